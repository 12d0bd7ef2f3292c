import { type LucideIcon, SearchX } from 'lucide-react'
import { type ComponentProps, type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../ui/Chip.tsx'
import type { MenuAction } from '../ui/ContextMenu.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import screen from '../ui/screen.module.css'
import { useSelection } from '../ui/selection.ts'
import { type Lead, Leads } from './Leads.tsx'
import { type Details, useListDetails, WithDetails } from './ListDetails.tsx'
import { ListHead, type ListHeadProps } from './ListHead.tsx'
import { OutMenu } from './out/OutMenu.tsx'
import { RowsGrid } from './RowsGrid.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useListCopy } from './useListCopy.ts'

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

type Props<Row> = Omit<
  ComponentProps<typeof RowsGrid<Row>>,
  'empty' | 'label' | 'selecting' | 'onActive' | 'onDetails'
> &
  Omit<ListHeadProps, 'rows' | 'action' | 'selection'> & {
    /** What is counted in the head; undefined: the rows. */
    counted?: ComponentProps<typeof ListHead>['rows']
    /** What the list is filtered by, in words, for paper. */
    filterWords?: readonly string[]
    /** What can be told of a row beside the list. */
    details?: Details<Row>
    /** Shown after the filters. */
    action?: ReactNode
    /** The empty state, with the icon; `noMatch` when rows are filtered out. */
    icon: LucideIcon
    empty: string
    emptyHint: string
    /** Where what is missing comes from. */
    leads?: readonly Lead[]
    noMatch: string
  }

/** A screen that consists of one list and its filters. Rows are selected, copied, and told of beside the list. */
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
    ...list
  } = props
  const { details, menuOf, filterWords, ...grid } = list
  const { t } = useTranslation()
  const selection = useSelection(props.rows.query)
  const { copy, note, forget } = useListCopy(props, selection)
  const beside = useListDetails<Row>(props.name)
  const onClearSelection = () => {
    selection.clear()
    forget()
  }
  const menu = (row: Row): readonly MenuAction[] => [
    { id: 'copy', name: t('list.copy'), onAction: () => copy(row) },
    ...(details ? [{ id: 'details', name: t('list.details'), onAction: () => beside.show(row) }] : []),
    ...(menuOf?.(row) ?? []),
  ]
  return (
    <div className={screen.screen}>
      <ListHead
        {...{ title, presets, filters, isFiltered, onClear }}
        rows={counted ?? props.rows}
        selection={
          <SelectionBar
            selection={selection}
            rows={counted ?? props.rows}
            note={note}
            onCopy={copy}
            onClear={onClearSelection}
          />
        }
        action={
          <>
            <OutMenu
              list={{
                ...{ name: props.name, title, columns: props.columns, rows: props.rows },
                ...(filterWords && { filters: filterWords }),
              }}
            />
            {details && (
              <Chip isSelected={beside.isBeside} onChange={beside.toggle}>
                {t('list.details')}
              </Chip>
            )}
            {action}
          </>
        }
      />
      <WithDetails state={beside} details={details}>
        <div className={`${screen.panel} ${screen.list}`}>
          <RowsGrid
            {...grid}
            label={title}
            actsOn={beside.isBeside ? 'doubleClick' : 'click'}
            selecting={{ selection, range: props.rows.range, onCopy: copy }}
            onActive={beside.setActive}
            {...(details && { onDetails: beside.show })}
            menuOf={menu}
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
      </WithDetails>
    </div>
  )
}
