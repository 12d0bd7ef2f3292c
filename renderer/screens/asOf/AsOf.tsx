import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { MomentField } from '../../ui/MomentField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import screen from '../../ui/screen.module.css'
import { type Subject, useNavigationTarget } from '../../warehouse/navigation.ts'
import { BatchField, OrderField, SkuField } from '../../warehouse/StockFields.tsx'
import styles from './AsOf.module.css'
import { StoodList } from './StoodList.tsx'
import { now, type Shown } from './shown.ts'
import { ThenBar } from './ThenBar.tsx'
import { Timeline } from './Timeline.tsx'

const kinds = ['all', 'sku', 'order', 'batch'] as const

/** Any list as it stood at a moment, and the story of one order, batch or SKU up to it. Nothing can be entered here. */
export function AsOf() {
  const { t } = useTranslation()
  const { time } = useFormat()
  const [subject, setSubject] = useState<Subject>({ kind: 'all', name: '' })
  const [shown, setShown] = useState<Shown>(now)
  const [visits, setVisits] = useState(0)
  useNavigationTarget('asOf', ({ asOf }) => {
    if (!asOf) return
    setSubject(asOf.subject)
    setShown(asOf.moment ?? now())
    setVisits(visits + 1)
  })
  const name = subject.name.trim()
  const isFuture = shown.seq === null && Date.parse(shown.at) > Date.now()
  const set = (name: string) => setSubject({ ...subject, name })
  return (
    <div className={screen.screen}>
      <ThenBar subject={{ ...subject, name }} moment={time(shown.at)} />
      <header className={screen.head}>
        <h1>{t('asOf.title')}</h1>
      </header>
      <div className={screen.toolbar}>
        <SelectField
          label={t('asOf.what')}
          options={kinds.map((id) => ({ id, name: t(`asOf.kind.${id}`) }))}
          value={subject.kind}
          onChange={(kind) => setSubject({ kind, name: '' })}
        />
        {subject.kind === 'sku' && <SkuField label={t('field.sku')} value={subject.name} onChange={set} />}
        {subject.kind === 'batch' && <BatchField label={t('field.ref')} value={subject.name} onChange={set} />}
        {subject.kind === 'order' && <OrderField label={t('field.orderId')} value={subject.name} onChange={set} />}
        <div className={styles.moment}>
          <MomentField
            label={t('asOf.moment')}
            value={localOf(shown.at)}
            onChange={(moment) => moment !== null && setShown({ at: new Date(moment).toISOString(), seq: null })}
            error={isFuture ? t('asOf.future') : undefined}
          />
        </div>
      </div>
      {isFuture ? null : subject.kind === 'all' ? (
        <StoodList shown={shown} onOpen={(sku) => setSubject({ kind: 'sku', name: sku })} />
      ) : name === '' ? (
        <p className={screen.hint}>{t('asOf.choose')}</p>
      ) : (
        <div className={`${screen.panes} ${styles.story}`}>
          <Timeline
            key={`${subject.kind} ${name} ${visits}`}
            subject={{ ...subject, name }}
            shown={shown}
            onShow={setShown}
          />
        </div>
      )}
    </div>
  )
}

/** As a field for a moment has it, where the person is. */
function localOf(at: string): string {
  const date = new Date(at)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
