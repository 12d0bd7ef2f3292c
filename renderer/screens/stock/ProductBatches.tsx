import { PackageOpen } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import type { Column } from '../../ui/columns.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { PrintLabels } from '../../warehouse/labels/PrintLabels.tsx'
import { useGo } from '../../warehouse/navigation.ts'
import { Quantity } from '../../warehouse/Quantity.tsx'
import { useView } from '../../warehouse/queries.ts'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { useRowActions } from '../../warehouse/useRowActions.ts'
import { useRows } from '../../warehouse/useRows.ts'

const MOST_LABELLED = 200 // batches whose labels are printed together

/** The batches of one product. A row opens stock-take. */
export function ProductBatches({ sku }: { sku: string }) {
  const { t } = useTranslation()
  const go = useGo()
  const actionsOf = useRowActions()
  const rows = useRows('batches', { sku })
  const columns = useColumns()
  const labelled = useView('batches', { sku, limit: MOST_LABELLED }).data?.rows ?? []
  return (
    <section className={screen.pane} aria-label={t('stock.batchesOf', { sku })}>
      <div className={screen.paneHead}>
        <h2>{t('stock.batchesOf', { sku })}</h2>
        <div>
          {labelled.length > 0 && <PrintLabels kind="quiet" batches={labelled} />}
          <Button kind="quiet" onPress={() => go('allocations', { lines: { sku } })}>
            {t('stock.seeLines')}
          </Button>
          <Button kind="quiet" onPress={() => go('history', { history: { sku } })}>
            {t('order.history')}
          </Button>
          <Button kind="quiet" onPress={() => go('asOf', { asOf: { subject: { kind: 'sku', name: sku } } })}>
            {t('asOf.story')}
          </Button>
        </div>
      </div>
      <div className={`${screen.panel} ${screen.list}`}>
        <RowsGrid
          name="productBatches"
          label={t('stock.batchesOf', { sku })}
          rows={rows}
          columns={columns}
          narrowest={640}
          rowKey={({ ref }) => ref}
          menuOf={({ ref, sku }) => actionsOf({ batch: ref, sku })}
          onAction={({ ref }) => go('stockTake', { batchRef: ref })}
          empty={<EmptyState icon={PackageOpen} title={t('stockTake.noneYet')} />}
        />
      </div>
    </section>
  )
}

function useColumns(): Column<BatchRow>[] {
  const { t } = useTranslation()
  const { date } = useFormat()
  return useMemo(
    () => [
      {
        id: 'ref',
        header: t('field.ref'),
        width: 'minmax(120px, 2fr)',
        cell: ({ ref }) => (
          <strong>
            <Identifier text={ref} />
          </strong>
        ),
      },
      {
        id: 'eta',
        header: t('field.eta'),
        width: 'minmax(120px, 1.4fr)',
        cell: ({ eta }) => (eta === null ? t('onHand') : date(eta)),
      },
      {
        id: 'qty',
        header: t('stockTake.holds'),
        width: '96px',
        align: 'end',
        cell: ({ qty }) => <Quantity value={qty} />,
      },
      {
        id: 'allocated',
        header: t('stock.allocated'),
        width: '96px',
        align: 'end',
        cell: (b) => <Quantity value={b.allocated} />,
      },
      {
        id: 'free',
        header: t('stockTake.available'),
        width: '96px',
        align: 'end',
        cell: (b) => <Quantity value={b.available} />,
      },
      {
        id: 'action',
        header: t('nav.stockTake'),
        width: 'minmax(136px, 1fr)',
        align: 'end',
        cell: () => <span className={screen.action}>{t('stock.reportDamage')}</span>,
      },
    ],
    [t, date],
  )
}
