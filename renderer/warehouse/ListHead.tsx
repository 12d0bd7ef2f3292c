import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import screen from '../ui/screen.module.css'
import { RowCount } from './RowCount.tsx'
import type { Rows } from './useRows.ts'

export type ListHeadProps = {
  title: string
  rows: Pick<Rows<unknown>, 'status' | 'count' | 'more'>
  /** The filters that people need most, each one press away. */
  presets?: ReactNode
  /** The fields of the filters. */
  filters: ReactNode
  isFiltered: boolean
  onClear: () => void
  /** Shown after the filters. */
  action?: ReactNode
  /** What is selected. */
  selection?: ReactNode
}

/** The title of a list, the number of its rows, and its filters. */
export function ListHead({ title, rows, presets, filters, isFiltered, onClear, action, selection }: ListHeadProps) {
  const { t } = useTranslation()
  return (
    <>
      <header className={screen.head}>
        <h1>{title}</h1>
        <RowCount rows={rows} />
        <div className={isFiltered ? undefined : screen.unseen}>
          <Button kind="quiet" onPress={onClear}>
            {t('list.clear')}
          </Button>
        </div>
        {selection}
        {presets && <div className={screen.presets}>{presets}</div>}
      </header>
      <div className={screen.toolbar} role="search" aria-label={title}>
        {filters}
        {action && <div className={screen.end}>{action}</div>}
      </div>
    </>
  )
}
