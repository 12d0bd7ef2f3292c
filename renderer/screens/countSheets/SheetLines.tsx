import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetLineRow, SheetRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import screen from '../../ui/screen.module.css'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { useRows } from '../../warehouse/useRows.ts'
import styles from './CountSheets.module.css'
import { useSheetLineColumns } from './sheetLineColumns.tsx'

type Props = {
  sheet: SheetRow
  selected: string | null
  /** undefined: it takes no counts any more. */
  onOpen: ((line: SheetLineRow) => void) | undefined
}

const states = ['uncounted', 'recount', 'agreed'] as const

export function SheetLines({ sheet, selected, onOpen }: Props) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const [state, setState] = useState<SheetLineRow['state'] | null>(null)
  const rows = useRows('sheetLines', { sheet: sheet.name, state: state ?? undefined })
  const isTold = !sheet.blind || sheet.state === 'posted'
  const columns = useSheetLineColumns(isTold, sheet.state === 'posted')
  return (
    <div className={styles.lines}>
      <div className={screen.presets}>
        {states.map((of) => (
          <Chip key={of} isSelected={of === state} onChange={(isSelected) => setState(isSelected ? of : null)}>
            {t('countSheets.chip', { state: t(`countSheets.line.${of}`), number: number(sheet.counts[of]) })}
          </Chip>
        ))}
      </div>
      <div className={`${screen.panel} ${screen.list}`}>
        <RowsGrid
          name={isTold ? 'sheetLinesTold' : 'sheetLines'}
          label={t('field.refs')}
          rows={rows}
          columns={columns}
          narrowest={310}
          rowKey={({ ref }) => ref}
          selected={selected}
          onAction={onOpen}
          empty={
            <EmptyState icon={SearchX} title={state === null ? t('countSheets.noLines') : t('countSheets.noneSo')} />
          }
        />
      </div>
    </div>
  )
}
