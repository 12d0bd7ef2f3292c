import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../electron/contract.ts'
import { Alert } from '../../ui/Alert.tsx'
import screen from '../../ui/screen.module.css'
import { isUndoable } from '../../warehouse/isUndoable.ts'
import { OutcomeView } from '../../warehouse/OutcomeView.tsx'
import { useView } from '../../warehouse/queries.ts'
import { UndoButton } from '../../warehouse/Undo.tsx'
import styles from './StockTake.module.css'

/** What was done to a batch: a sentence, the message's id, and the outcome. */
export type Done = { readonly text: string; readonly id: string; readonly outcome: Outcome }

export function StockDone({ done: { text, id, outcome }, onUndone }: { done: Done; onUndone: () => void }) {
  const { t } = useTranslation()
  const entry = useView('history', { id, limit: 1 }).data?.rows[0]
  return (
    <section className={styles.done} aria-label={t('outcome.did')}>
      <Alert tone="good">{text}</Alert>
      <OutcomeView outcome={outcome} nothing={t('outcome.nothingMoves')} />
      {entry && (entry.undone || isUndoable(entry)) && (
        <UndoButton seq={entry.seq} undone={entry.undone} onDone={onUndone} />
      )}
      <p className={screen.hint}>{t('stockTake.next')}</p>
    </section>
  )
}
