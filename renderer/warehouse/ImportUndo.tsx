import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportUndoResult } from '../../electron/contract.ts'
import { failureText } from '../i18n/failureText.ts'
import { Alert } from '../ui/Alert.tsx'
import { Button } from '../ui/Button.tsx'
import type { Column } from '../ui/columns.tsx'
import { Grid } from '../ui/Grid.tsx'
import { gridHeight } from '../ui/gridHeight.ts'
import { Modal } from '../ui/Modal.tsx'
import { Progress } from '../ui/Progress.tsx'
import screen from '../ui/screen.module.css'
import { useEventText } from './eventText.ts'
import styles from './ImportUndo.module.css'
import { type Undoable, undoFailureText, useUndoText } from './undoText.ts'
import { failureOf } from './unwrap.ts'
import { useImportUndo } from './useImportUndo.ts'

const MOST_ROWS = 6 // shown without scrolling

type Props = {
  /** The import, as history has it. */
  entry: Undoable & { readonly seq: number }
  onClose: () => void
  /** Called with a sentence about what came of it. */
  onDone?: (text: string) => void
}

/** Shows what taking an import back would come to, takes it back, and says what came of it. */
export function ImportUndoDialog({ entry, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const { what, heading } = useUndoText()
  const { preview, progress, done, failure, run, cancel } = useImportUndo(entry.seq)
  const textOf = ({ undone, total, cancelled }: ImportUndoResult) =>
    t(cancelled ? 'undo.import.cancelled' : 'undo.import.did', { undone, total })
  const confirm = async () => {
    const result = preview && (await run(preview.total))
    if (result) onDone?.(textOf(result))
  }
  const close = (
    <Button kind={done ? 'secondary' : 'quiet'} onPress={onClose}>
      {t(done ? 'order.close' : 'undo.keep')}
    </Button>
  )
  return (
    <Modal title={heading(entry)} onClose={progress ? undefined : onClose}>
      {failure && <Alert tone="bad">{failureText(failureOf(failure), t)}</Alert>}
      {progress ? (
        <>
          <Progress label={t('undo.import.running')} {...progress} />
          <Actions>
            <Button autoFocus onPress={cancel}>
              {t('undo.import.cancel')}
            </Button>
          </Actions>
        </>
      ) : done ? (
        <>
          <Alert tone={done.cancelled || done.undone < done.total ? 'plain' : 'good'}>{textOf(done)}</Alert>
          <ImportUndoView undo={done} refused={t('undo.import.stays', { count: done.refused.length })} />
          <Actions>{close}</Actions>
        </>
      ) : preview ? (
        <>
          <p>
            {preview.total === 0
              ? t('undo.import.nothing')
              : t('undo.import.can', { undone: preview.undone, total: preview.total })}
          </p>
          <ImportUndoView undo={preview} refused={t('undo.import.cannot', { count: preview.refused.length })} />
          <Actions>
            <Button kind="primary" autoFocus isDisabled={preview.undone === 0} onPress={confirm}>
              {what(entry)}
            </Button>
            {close}
          </Actions>
        </>
      ) : (
        !failure && <p className={screen.hint}>{t('undo.import.looking')}</p>
      )}
    </Modal>
  )
}

const Actions = ({ children }: { children: ReactNode }) => <div className={screen.actions}>{children}</div>

/** The rows that stay, and what becomes of the lines of others. `refused`: what heads the rows that stay. */
function ImportUndoView({ undo, refused }: { undo: ImportUndoResult; refused: string }) {
  const { t } = useTranslation()
  const eventText = useEventText()
  const { kinds, rows } = { kinds: Map.groupBy(undo.notices, ({ kind }) => kind), rows: undo.refused }
  const columns: Column<ImportUndoResult['refused'][number]>[] = [
    {
      id: 'row',
      header: t('undo.import.row'),
      width: 'minmax(120px, 0.8fr)',
      cell: ({ event }) => titled(eventText(event)),
    },
    {
      id: 'reason',
      header: t('undo.import.reason'),
      width: 'minmax(260px, 2fr)',
      cell: ({ refusal }) => titled(undoFailureText(refusal, t)),
    },
  ]
  return (
    <>
      {rows.length > 0 && (
        <section className={styles.refused}>
          <h3>{refused}</h3>
          <div className={styles.list} style={{ height: gridHeight(Math.min(rows.length, MOST_ROWS)) }}>
            <Grid
              name="importUndo"
              label={refused}
              columns={columns}
              count={rows.length}
              at={(index) => rows[index]}
              rowKey={({ seq }) => seq}
            />
          </div>
        </section>
      )}
      {kinds.size > 0 && (
        <ul className={styles.notices}>
          {[...kinds].map(
            ([kind, { length }]) =>
              kind !== 'outOfStock' && <li key={kind}>{t(`outcome.${kind}`, { count: length })}</li>,
          )}
        </ul>
      )}
    </>
  )
}

const titled = (text: string) => <span title={text}>{text}</span>
