import { CloudOff, LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { useFormat } from '../../i18n/format.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import screen from '../../ui/screen.module.css'
import { FirstSteps, useIsEmpty } from '../../warehouse/FirstSteps.tsx'
import { beginOf, inDays } from '../../warehouse/overdue.ts'
import { useView } from '../../warehouse/queries.ts'
import { failureOf } from '../../warehouse/unwrap.ts'
import { useToday } from '../../warehouse/useToday.ts'
import { Arrivals } from './Arrivals.tsx'
import { GaveWay } from './GaveWay.tsx'
import { Late } from './Late.tsx'
import { Lost } from './Lost.tsx'
import { Moved } from './Moved.tsx'
import { ServiceCard } from './ServiceCard.tsx'
import styles from './Today.module.css'
import { Waiting } from './Waiting.tsx'

const DAYS = 30 // that losses are added up over, today included

/** What a manager asks first: who is short, what is late, what moved, what comes, what was lost. Each number leads to its list. */
export function Today() {
  const { t } = useTranslation()
  const { date } = useFormat()
  const day = useToday()
  const { data, error } = useView('today', { day, since: beginOf(inDays(1 - DAYS)) })
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('today.title')}</h1>
        <span className={screen.count}>{date(day)}</span>
      </header>
      {useIsEmpty() ? (
        <FirstSteps />
      ) : data ? (
        <div className={styles.cards}>
          <Waiting waiting={data.waiting} />
          <Late overdue={data.overdue} late={data.late} />
          <Moved />
          <ServiceCard service={data.service} />
          <Lost lost={data.lost} />
          <GaveWay day={day} />
          <Arrivals day={day} arrivals={data.arrivals} missed={data.missed} />
        </div>
      ) : error ? (
        <EmptyState icon={CloudOff} title={t('list.failed')} hint={failureText(failureOf(error), t)} />
      ) : (
        <EmptyState icon={LoaderCircle} title={t('list.loading')} />
      )}
    </div>
  )
}
