import { useTranslation } from 'react-i18next'
import screen from '../../ui/screen.module.css'
import { type Done, EntryDone } from '../../warehouse/EntryDone.tsx'
import styles from './StockTake.module.css'

export function StockDone({ done, onUndone }: { done: Done; onUndone: () => void }) {
  const { t } = useTranslation()
  return (
    <section className={styles.done} aria-label={t('outcome.did')}>
      <EntryDone done={done} nothing={t('outcome.nothingMoves')} onUndone={onUndone} />
      <p className={screen.hint}>{t('stockTake.next')}</p>
    </section>
  )
}
