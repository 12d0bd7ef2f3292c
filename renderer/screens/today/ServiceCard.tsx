import { useTranslation } from 'react-i18next'
import type { Service, Today } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import screen from '../../ui/screen.module.css'
import { Card } from './Card.tsx'
import styles from './Today.module.css'

/** The share of the lines that were due which are in time. */
export function ServiceCard({ service: { day, month } }: Pick<Today, 'service'>) {
  const { t } = useTranslation()
  return (
    <Card title={t('today.service')}>
      <div className={styles.pair}>
        <Share title={t('today.dueToday')} service={day} />
        <Share title={t('today.dueMonth')} service={month} />
      </div>
      <p className={screen.hint}>{t('today.serviceHint')}</p>
    </Card>
  )
}

function Share({ title, service: { due, inTime } }: { title: string; service: Service }) {
  const { t } = useTranslation()
  const { percent, number } = useFormat()
  return (
    <div>
      <p>{title}</p>
      <strong className={styles.large}>{due === 0 ? t('none') : percent(inTime / due)}</strong>
      <p className={screen.hint}>
        {due === 0 ? t('today.nothingDue') : t('today.inTime', { inTime: number(inTime), due: number(due) })}
      </p>
    </div>
  )
}
