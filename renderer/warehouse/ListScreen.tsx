import { type LucideIcon, SearchX } from 'lucide-react'
import { type ComponentProps, useCallback, useState } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'
import screen from '../ui/screen.module.css'
import { type Lead, Leads } from './Leads.tsx'
import { ListHead, type ListHeadProps } from './ListHead.tsx'
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

type Props<Row> = Omit<ComponentProps<typeof RowsGrid<Row>>, 'empty' | 'label'> &
  ListHeadProps & {
    /** What is counted in the head; undefined: the rows. */
    counted?: ComponentProps<typeof ListHead>['rows']
    /** The empty state, with the icon; `noMatch` when rows are filtered out. */
    icon: LucideIcon
    empty: string
    emptyHint: string
    /** Where what is missing comes from. */
    leads?: readonly Lead[]
    noMatch: string
  }

/** A screen that consists of one list and its filters. */
export function ListScreen<Row>(props: Props<Row>) {
  const {
    title,
    counted,
    presets,
    filters,
    isFiltered,
    onClear,
    action,
    icon,
    empty,
    emptyHint,
    leads,
    noMatch,
    ...grid
  } = props
  return (
    <div className={screen.screen}>
      <ListHead {...{ title, presets, filters, isFiltered, onClear, action }} rows={counted ?? props.rows} />
      <div className={`${screen.panel} ${screen.list}`}>
        <RowsGrid
          {...grid}
          label={title}
          empty={
            isFiltered ? (
              <EmptyState icon={SearchX} title={noMatch} />
            ) : (
              <EmptyState icon={icon} title={empty} hint={emptyHint}>
                {leads && <Leads to={leads} />}
              </EmptyState>
            )
          }
        />
      </div>
    </div>
  )
}
