import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { type Subject, useGo } from '../../warehouse/navigation.ts'
import styles from './AsOf.module.css'

/** Says that what is below is not now, and leads back to what is. */
export function ThenBar({ subject: { kind, name }, moment }: { subject: Subject; moment: string }) {
  const { t } = useTranslation()
  const go = useGo()
  const backToNow = () => {
    if (kind === 'all' || name === '') return go('shortages')
    if (kind === 'order') return go('allocations', { order: name })
    return kind === 'batch' ? go('stockTake', { batchRef: name }) : go('allocations', { lines: { sku: name } })
  }
  return (
    <div className={styles.bar} role="note">
      <History size={18} aria-hidden />
      <p>
        <strong>{t('asOf.bar', { moment })}</strong> {t('asOf.nothingEntered')}
      </p>
      <Button onPress={backToNow}>{t('asOf.backToNow')}</Button>
    </div>
  )
}
