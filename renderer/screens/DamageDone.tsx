import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../electron/contract.ts'
import { Alert } from '../components/Alert.tsx'
import { OutcomeView } from '../components/OutcomeView.tsx'
import styles from './StockTake.module.css'
import screen from './screen.module.css'

export type Damage = { readonly ref: string; readonly qty: number; readonly outcome: Outcome }

export function DamageDone({ damage: { ref, qty, outcome } }: { damage: Damage }) {
  const { t } = useTranslation()
  return (
    <section className={styles.done} aria-label={t('outcome.did')}>
      <Alert tone="good">{t('stockTake.done', { count: qty, ref })}</Alert>
      <OutcomeView outcome={outcome} nothing={t('outcome.nothingMoves')} />
      <p className={screen.hint}>{t('stockTake.next')}</p>
    </section>
  )
}
