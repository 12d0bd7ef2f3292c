import { useTranslation } from 'react-i18next'
import type { BatchRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { useGo } from '../../warehouse/navigation.ts'
import { Quantity } from '../../warehouse/Quantity.tsx'
import { useView } from '../../warehouse/queries.ts'
import styles from './Shortages.module.css'

const SHOWN = 100

/** The batches of the SKU, each with what can be done to it: another arrival, or a release, in the forms of the stock-take. */
export function ShortBatches({ sku }: { sku: string }) {
  const { t } = useTranslation()
  const batches = useView('batches', { sku, limit: SHOWN }).data?.rows ?? []
  if (batches.length === 0) return null
  const columns = ['field.ref', 'field.eta', 'stockTake.holds', 'stock.setAside', 'stockTake.available'] as const
  return (
    <section>
      <h3>{t('stockTake.batches')}</h3>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t('stock.batchesOf', { sku })}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {batches.map((batch) => (
              <Batch key={batch.ref} batch={batch} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Batch({ batch: { ref, eta, qty, setAside, available } }: { batch: BatchRow }) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const go = useGo()
  return (
    <tr>
      <td>
        <Identifier text={ref} />
      </td>
      <td>{eta === null ? t('onHand') : date(eta)}</td>
      <td>
        <Quantity value={qty} />
      </td>
      <td>
        <Quantity value={setAside} alarming />
      </td>
      <td>
        <Quantity value={available} />
      </td>
      <td>
        <div className={screen.actions}>
          {eta !== null && (
            <Button kind="quiet" onPress={() => go('stockTake', { batchRef: ref, work: 'arrival' })}>
              {t('shortages.arrival')}
            </Button>
          )}
          {setAside > 0 && (
            <Button kind="quiet" onPress={() => go('stockTake', { batchRef: ref, work: 'setAside' })}>
              {t('shortages.release')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}
