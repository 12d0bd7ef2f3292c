import { type LucideIcon, SearchX } from 'lucide-react'
import { type ComponentProps, type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import screen from '../ui/screen.module.css'
import { RowCount } from './RowCount.tsx'
import { RowsGrid } from './RowsGrid.tsx'

/** The filters of a list. `none`: their values when nothing is filtered. */
export function useFilter<F extends object>(none: F) {
  const [filter, setFilter] = useState(none)
  const set = useCallback((change: Partial<F>) => setFilter((before) => ({ ...before, ...change })), [])
  return {
    filter,
    set,
    /** Sets these filters and clears the others. */
    only: (change: Partial<F>) => setFilter({ ...none, ...change }),
    clear: () => setFilter(none),
    isSet: JSON.stringify(filter) !== JSON.stringify(none),
  }
}

type Props<Row> = Omit<ComponentProps<typeof RowsGrid<Row>>, 'empty' | 'label'> & {
  title: string
  /** What is counted in the head; undefined: the rows. */
  counted?: ComponentProps<typeof RowCount>['rows']
  /** The fields of the filters. */
  filters: ReactNode
  isFiltered: boolean
  onClear: () => void
  /** Shown after the filters. */
  action?: ReactNode
  /** The empty state, with the icon; `noMatch` when rows are filtered out. */
  icon: LucideIcon
  empty: string
  emptyHint?: string
  noMatch: string
}

/** A screen that consists of one list and its filters. */
export function ListScreen<Row>(props: Props<Row>) {
  const { title, counted, filters, isFiltered, onClear, action, icon, empty, emptyHint, noMatch, ...grid } = props
  const { t } = useTranslation()
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{title}</h1>
        <RowCount rows={counted ?? props.rows} />
      </header>
      <div className={screen.toolbar} role="search" aria-label={title}>
        {filters}
        <div className={screen.end}>
          {isFiltered && (
            <Button kind="quiet" onPress={onClear}>
              {t('list.clear')}
            </Button>
          )}
          {action}
        </div>
      </div>
      <div className={`${screen.panel} ${screen.list}`}>
        <RowsGrid
          {...grid}
          label={title}
          empty={
            isFiltered ? (
              <EmptyState icon={SearchX} title={noMatch} />
            ) : (
              <EmptyState icon={icon} title={empty} hint={emptyHint} />
            )
          }
        />
      </div>
    </div>
  )
}
