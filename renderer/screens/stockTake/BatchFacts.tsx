import { useTranslation } from 'react-i18next'
import type { BatchRow, Outcome } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { useGo } from '../../warehouse/navigation.ts'
import styles from './StockTake.module.css'

/** The quantity that the batch will hold, and the preview's outcome. */
export type Change = { readonly qty: number; readonly outcome: Outcome }

/** The batch's quantities now and, once something valid is entered, afterwards. */
export function BatchFacts({ batch, change }: { batch: BatchRow; change: Change | null }) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const go = useGo()
  const after = change && afterwards(batch, change)
  return (
    <section className={styles.batch} aria-label={batch.ref}>
      <div className={styles.title}>
        <h2>{batch.ref}</h2>
        <Button kind="quiet" onPress={() => go('history', { history: { batchRef: batch.ref } })}>
          {t('order.history')}
        </Button>
        <p className={styles.sku}>{batch.sku}</p>
        <Badge tone={batch.eta === null ? 'good' : 'plain'}>
          {batch.eta === null ? t('inWarehouse') : t('arrives', { date: date(batch.eta) })}
        </Badge>
      </div>
      <dl className={styles.figures}>
        <Figure name={t('stockTake.holds')} before={batch.qty} after={after?.qty} />
        <Figure name={t('stockTake.allocated')} before={batch.allocated} after={after?.allocated} />
        <Figure name={t('stockTake.available')} before={batch.available} after={after?.available} />
      </dl>
    </section>
  )
}

function Figure({ name, before, after }: { name: string; before: number; after: number | undefined }) {
  const { number } = useFormat()
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {after === undefined || after === before ? (
          number(before)
        ) : (
          <>
            <del>{number(before)}</del> → {number(after)}
          </>
        )}
      </dd>
    </div>
  )
}

/** The batch's quantities after the preview's events. */
function afterwards({ ref, allocated }: BatchRow, { qty, outcome }: Change) {
  let left = allocated
  for (const event of outcome.events) {
    if (event.type === 'Deallocated' && event.ref === ref) left -= event.qty
    if (event.type === 'Allocated' && event.ref === ref) left += event.qty
  }
  return { qty, allocated: left, available: qty - left }
}
