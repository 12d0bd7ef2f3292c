import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Accuracy, SheetRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { useView } from '../../warehouse/queries.ts'
import { UndoDialog } from '../../warehouse/Undo.tsx'
import styles from './CountSheets.module.css'

/** What a sheet came to, and the undo of that. */
export function SheetResult({ sheet }: { sheet: SheetRow }) {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  const type = sheet.state === 'posted' ? 'SheetPosted' : 'SheetClosed'
  const { data } = useView('entries', { type, limit: 100 })
  const entry = data?.rows.find(({ event, undone }) => event.type === type && event.sheet === sheet.name && !undone)
  return (
    <section className={styles.result} aria-label={t('outcome.did')}>
      <h2>{t(`sheetState.${sheet.state}`)}</h2>
      {sheet.accuracy ? <Facts accuracy={sheet.accuracy} /> : <p>{t('countSheets.closesNothing')}</p>}
      {entry && (
        <div>
          <Button onPress={() => setAsked(true)}>
            <Undo2 size={16} aria-hidden />
            {t('undo.ask', { what: t(`undo.what.${type}`) })}
          </Button>
        </div>
      )}
      {entry && isAsked && <UndoDialog entry={entry} onClose={() => setAsked(false)} />}
    </section>
  )
}

function Facts({ accuracy: { counted, exact, surplus, missing, expected, leftOut } }: { accuracy: Accuracy }) {
  const { t } = useTranslation()
  const { number, percent } = useFormat()
  const share = (part: number, whole: number) => (whole === 0 ? t('none') : percent(part / whole))
  return (
    <dl className={styles.facts}>
      <dt>{t('countSheets.counted')}</dt>
      <dd>{number(counted)}</dd>
      <dt>{t('countSheets.exact')}</dt>
      <dd>
        {number(exact)} · {share(exact, counted)}
      </dd>
      <dt>{t('countSheets.surplus')}</dt>
      <dd>
        {number(surplus)} · {share(surplus, expected)}
      </dd>
      <dt>{t('countSheets.missing')}</dt>
      <dd>
        {number(missing)} · {share(missing, expected)}
      </dd>
      {leftOut > 0 && (
        <>
          <dt>{t('countSheets.isLeftOut')}</dt>
          <dd className={styles.warn}>{number(leftOut)}</dd>
        </>
      )}
    </dl>
  )
}
