import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RejectedRow } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { useFormat } from '../../i18n/format.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Column } from '../../ui/columns.tsx'
import { Grid } from '../../ui/Grid.tsx'
import { gridHeight } from '../../ui/gridHeight.ts'
import screen from '../../ui/screen.module.css'
import { ImportUndoDialog } from '../../warehouse/ImportUndo.tsx'
import { useView } from '../../warehouse/queries.ts'
import { useUndoText } from '../../warehouse/undoText.ts'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import styles from './Import.module.css'
import type { Imported } from './useImport.ts'

const MOST_ROWS = 10 // shown without scrolling

type Props = { imported: Imported; onAnother: () => void }

export function ImportResult({ imported: { name, file, report }, onAnother }: Props) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const [undone, setUndone] = useState<string | null>(null)
  const rows = report.imported + report.unchanged
  const text = report.cancelled
    ? t('import.cancelled', { name })
    : report.rejected > 0
      ? t('import.partly', { name, rows, count: rows + report.rejected })
      : t('import.done', { name })
  return (
    <section className={`${screen.panel} ${screen.card}`}>
      {undone === null ? (
        <Alert tone={report.cancelled ? 'bad' : report.rejected > 0 ? 'warn' : 'good'}>{text}</Alert>
      ) : (
        <Alert tone="plain">
          <s>{text}</s> {undone}
        </Alert>
      )}
      <dl className={styles.counts}>
        {(['imported', 'unchanged', 'rejected'] as const).map((count) => (
          <div key={count}>
            <dt>{t(`import.${count}`)}</dt>
            <dd>{number(report[count])}</dd>
          </div>
        ))}
      </dl>
      {report.rejected > 0 && <RejectedRows file={file} report={report} />}
      <div className={styles.actions}>
        <Button kind="primary" onPress={onAnother}>
          {t('import.another')}
        </Button>
        <UndoImport id={report.id} onDone={setUndone} />
      </div>
    </section>
  )
}

/** Nothing, when the import changed nothing. */
function UndoImport({ id, onDone }: { id: string; onDone: (text: string) => void }) {
  const { t } = useTranslation()
  const { what } = useUndoText()
  const [asked, setAsked] = useState(false)
  const entry = useView('entries', { id, limit: 1 }).data?.rows[0]
  if (!entry) return null
  return (
    <>
      <Button isDisabled={entry.undone} onPress={() => setAsked(true)}>
        <Undo2 size={16} aria-hidden />
        {entry.undone ? t('history.undone') : t('undo.ask', { what: what(entry) })}
      </Button>
      {asked && <ImportUndoDialog entry={entry} onClose={() => setAsked(false)} onDone={onDone} />}
    </>
  )
}

function RejectedRows({ file, report: { rejected, rejectedRows } }: Pick<Imported, 'file' | 'report'>) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const [saved, setSaved] = useState<string | null>(null)
  const [failure, setFailure] = useState<Error | null>(null)
  const columns: Column<RejectedRow>[] = [
    { id: 'line', header: t('import.lineNumber'), width: '80px', align: 'end', cell: ({ line }) => number(line) },
    { id: 'cells', header: t('import.row'), width: 'minmax(160px, 1fr)', cell: ({ cells }) => cells.join(' · ') },
    {
      id: 'reason',
      header: t('import.reason'),
      width: 'minmax(220px, 1.6fr)',
      cell: ({ refusal }) => {
        const text = failureText(refusal, t)
        return <span title={text}>{text}</span>
      },
    },
  ]
  const save = async () => {
    const headings = { line: t('import.lineInFile'), reason: t('import.reason') }
    const reasons = rejectedRows.map(({ refusal }) => failureText(refusal, t))
    const texts = { file, headings, reasons, uncorrected: t('import.uncorrected') }
    const name = await unwrap(window.warehouse.saveRejected(texts)).catch(setFailure)
    if (name) setSaved(name)
  }
  return (
    <>
      <div>
        <h2>{t('import.rejectedTitle')}</h2>
        <p className={screen.hint}>{t('import.rejectedHint')}</p>
        {rejected > rejectedRows.length && (
          <p className={screen.hint}>{t('import.rejectedMore', { rows: rejectedRows.length })}</p>
        )}
      </div>
      <div className={styles.rejected} style={{ height: gridHeight(Math.min(rejectedRows.length, MOST_ROWS)) }}>
        <Grid
          name="importRejected"
          label={t('import.rejectedTitle')}
          columns={columns}
          count={rejectedRows.length}
          at={(index) => rejectedRows[index]}
          rowKey={({ line }) => line}
        />
      </div>
      {failure && <Alert tone="bad">{failureText(failureOf(failure), t)}</Alert>}
      {saved && <Alert tone="good">{t('import.saved', { name: saved })}</Alert>}
      <div>
        <Button onPress={save}>{t('import.save')}</Button>
      </div>
    </>
  )
}
