import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../electron/contract.ts'
import { Alert } from '../../components/Alert.tsx'
import { OutcomeView } from '../../components/OutcomeView.tsx'
import { UndoButton } from '../../components/Undo.tsx'
import { useView } from '../../warehouse/queries.ts'
import screen from '../screen.module.css'
import styles from './StockTake.module.css'

/** What was done to a batch, in words, and what it came to. */
export type Done = { readonly text: string; readonly id: string; readonly outcome: Outcome; readonly undoable: boolean }

export function StockDone({ done: { text, id, outcome, undoable }, onUndone }: { done: Done; onUndone: () => void }) {
  const { t } = useTranslation()
  const entry = useView('history', { id, limit: 1 }).data?.rows[0]
  return (
    <section className={styles.done} aria-label={t('outcome.did')}>
      <Alert tone="good">{text}</Alert>
      <OutcomeView outcome={outcome} nothing={t('outcome.nothingMoves')} />
      {undoable && entry && <UndoButton seq={entry.seq} undone={entry.undone} onDone={onUndone} />}
      <p className={screen.hint}>{t('stockTake.next')}</p>
    </section>
  )
}
