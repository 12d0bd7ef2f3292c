import { Boxes, SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProductRow } from '../../../electron/contract.ts'
import type { Column } from '../../ui/columns.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import screen from '../../ui/screen.module.css'
import { Leads } from '../../warehouse/Leads.tsx'
import { useNavigationTarget } from '../../warehouse/navigation.ts'
import { OutMenu } from '../../warehouse/out/OutMenu.tsx'
import { Quantity } from '../../warehouse/Quantity.tsx'
import { RowCount } from '../../warehouse/RowCount.tsx'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { Shipments } from '../../warehouse/Shipments.tsx'
import { shipmentsText } from '../../warehouse/shipmentsText.ts'
import { useRows } from '../../warehouse/useRows.ts'
import { ProductBatches } from './ProductBatches.tsx'

/** The stock of each product, and its batches. */
export function Stock() {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [sku, setSku] = useState<string | null>(null)
  useNavigationTarget('stock', ({ sku }) => {
    if (sku === undefined) return
    setSearch(sku)
    setSku(sku)
  })
  const rows = useRows('products', { search: search.trim() || undefined })
  const columns = useProductColumns()
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('stock.title')}</h1>
        <RowCount rows={rows} />
        <div className={screen.presets}>
          <OutMenu
            list={{
              ...{ name: 'stock', title: t('stock.title'), columns, rows },
              filters: search.trim() ? [`${t('stock.search')}: ${search.trim()}`] : [],
            }}
          />
        </div>
      </header>
      <div className={screen.toolbar} role="search" aria-label={t('stock.title')}>
        <div className={screen.wide}>
          <SearchField label={t('stock.search')} value={search} onChange={setSearch} />
        </div>
      </div>
      <div className={screen.panes}>
        <div className={`${screen.panel} ${screen.list}`}>
          <RowsGrid
            name="stock"
            label={t('stock.title')}
            rows={rows}
            columns={columns}
            narrowest={762}
            rowKey={(product) => product.sku}
            selected={sku}
            onAction={(product) => setSku(product.sku)}
            empty={
              search.trim() ? (
                <EmptyState icon={SearchX} title={t('stock.noMatch', { text: search.trim() })} />
              ) : (
                <EmptyState icon={Boxes} title={t('stock.empty')} hint={t('stock.emptyHint')}>
                  <Leads to={['import', 'receive']} />
                </EmptyState>
              )
            }
          />
        </div>
        {sku === null ? (
          rows.count > 0 && <p className={screen.hint}>{t('stock.chooseProduct')}</p>
        ) : (
          <ProductBatches sku={sku} />
        )}
      </div>
    </div>
  )
}

function useProductColumns(): Column<ProductRow>[] {
  const { t } = useTranslation()
  return useMemo(() => {
    const units = (id: Exclude<keyof ProductRow, 'sku' | 'availableByEta'>, least: number): Column<ProductRow> => ({
      id,
      header: t(`stock.${id}`),
      width: `minmax(${least}px, 1fr)`,
      align: 'end',
      cell: (product) => <Quantity value={product[id]} alarming={id === 'backordered'} />,
      value: (product) => product[id],
    })
    return [
      {
        id: 'sku',
        header: t('field.sku'),
        width: 'minmax(170px, 2.4fr)',
        cell: ({ sku }) => (
          <strong>
            <Identifier text={sku} />
          </strong>
        ),
        value: ({ sku }) => sku,
      },
      units('onHand', 72),
      units('inShipments', 96),
      units('allocated', 78),
      { ...units('setAside', 78), dropBelow: 1200 },
      units('availableNow', 102),
      {
        id: 'later',
        header: t('stock.availableByEta'),
        width: 'minmax(140px, 1.8fr)',
        align: 'end',
        cell: ({ availableByEta }) => <Shipments of={availableByEta} />,
        value: ({ availableByEta }) => shipmentsText(availableByEta),
      },
      units('backordered', 88),
    ]
  }, [t])
}
