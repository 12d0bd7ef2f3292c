import { PackageCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewQuery } from '../../../electron/contract.ts'
import type { Sorting } from '../../ui/columns.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import screen from '../../ui/screen.module.css'
import { useCommand } from '../../warehouse/commands.ts'
import { Leads } from '../../warehouse/Leads.tsx'
import { useNavigationTarget } from '../../warehouse/navigation.ts'
import { OutMenu } from '../../warehouse/out/OutMenu.tsx'
import { RowCount } from '../../warehouse/RowCount.tsx'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { useRows } from '../../warehouse/useRows.ts'
import { Shortage } from './Shortage.tsx'
import styles from './Shortages.module.css'
import { useShortageColumns } from './shortageColumns.tsx'

/** Each SKU that lines wait for, and beside it why, until when, and what can be done. */
export function Shortages() {
  const { t } = useTranslation()
  const [sorting, setSorting] = useState<Sorting>({ id: 'due', desc: false })
  const [sku, setSku] = useState<string | null>(null)
  const sort = sorting.id as NonNullable<ViewQuery<'shortages'>['sort']>
  const rows = useRows('shortages', { sort })
  const columns = useShortageColumns()
  useCommand('back', sku === null ? null : () => setSku(null))
  useNavigationTarget('shortages', ({ short }) => short !== undefined && setSku(short))
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('shortages.title')}</h1>
        <RowCount rows={rows} />
        <div className={screen.presets}>
          <OutMenu list={{ name: 'shortages', title: t('shortages.title'), columns, rows }} />
        </div>
      </header>
      <div className={styles.panes}>
        <div className={`${screen.panel} ${screen.list}`}>
          <RowsGrid
            name="shortages"
            label={t('shortages.title')}
            rows={rows}
            columns={columns}
            narrowest={520}
            rowKey={(row) => row.sku}
            selected={sku}
            sorting={{ id: sort, desc: sort === 'units' }}
            onSort={setSorting}
            onAction={(row) => setSku(row.sku)}
            empty={
              <EmptyState icon={PackageCheck} title={t('shortages.empty')} hint={t('shortages.emptyHint')}>
                <Leads to={['allocations']} />
              </EmptyState>
            }
          />
        </div>
        {sku === null ? (
          rows.count > 0 && <p className={screen.hint}>{t('shortages.choose')}</p>
        ) : (
          <Shortage key={sku} sku={sku} />
        )}
      </div>
    </div>
  )
}
