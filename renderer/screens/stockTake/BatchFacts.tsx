import { useTranslation } from 'react-i18next'
import type { BatchRow, Outcome } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { useGo } from '../../warehouse/navigation.ts'
import { batchChange, totalOf } from './batchChange.ts'
import styles from './StockTake.module.css'

/** The batch's quantities now and, once something valid is entered, afterwards. `outcome`: what that will come to. */
export function BatchFacts({ batch, outcome }: { batch: BatchRow; outcome: Outcome | null }) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const go = useGo()
  const after = outcome && batchChange(batch, outcome).after
  return (
    <section className={styles.batch} aria-label={batch.ref}>
      <div className={styles.title}>
        <h2>{batch.ref}</h2>
        <Button kind="quiet" onPress={() => go('history', { history: { batchRef: batch.ref } })}>
          {t('order.history')}
        </Button>
        <Button kind="quiet" onPress={() => go('asOf', { asOf: { subject: { kind: 'batch', name: batch.ref } } })}>
          {t('asOf.story')}
        </Button>
        <p className={styles.sku}>{batch.sku}</p>
        <Badge tone={batch.eta === null ? 'good' : 'plain'}>
          {batch.eta === null ? t('inWarehouse') : t('arrives', { date: date(batch.eta) })}
        </Badge>
      </div>
      <dl className={styles.figures}>
        <Figure name={t('stockTake.holds')} before={batch.qty} after={after ? totalOf(after) : undefined} />
        <Figure
          name={t('stockTake.allocated')}
          before={batch.allocated}
          after={after ? after.kept + after.comes : undefined}
        />
        {batch.setAside + (after?.setAside ?? 0) > 0 && (
          <Figure name={t('stock.setAside')} before={batch.setAside} after={after?.setAside} />
        )}
        <Figure name={t('stockTake.available')} before={batch.available} after={after?.free} />
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
