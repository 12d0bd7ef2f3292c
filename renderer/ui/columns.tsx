import { createColumnHelper, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { type ReactNode, useMemo } from 'react'
import type { CellValue } from './cellValue.ts'
import styles from './Grid.module.css'

export type Column<Row> = {
  /** Also the key that a sortable column is sorted by. */
  readonly id: string
  readonly header: string
  /** A track of a CSS grid. */
  readonly width: string
  readonly align?: 'end'
  /** Pixels of the list below which the column is left out. */
  readonly dropBelow?: number
  readonly sortable?: boolean
  /** Whether it takes the room of the columns after it, which have nothing to show of the row. */
  readonly spans?: (row: Row) => boolean
  /** `isActive`: it is of the row that the keyboard is on, whose buttons Tab leads to. */
  readonly cell: (row: Row, isActive: boolean) => ReactNode
  /** What it has outside the app: on the clipboard, in files and on paper. undefined: the column is only for the window. */
  readonly value?: (row: Row) => CellValue
}

export type Sorting = { readonly id: string; readonly desc: boolean }

/** A position in the list; its row is undefined while it is being read. */
type Slot<Row> = { readonly index: number; readonly row: Row | undefined; readonly isActive: boolean }

const features = tableFeatures({ rowSortingFeature })
export type GridTable<Row> = ReturnType<typeof useColumns<Row>>

/** A table of the rows in view. Sorting is manual: whoever reads the list sorts it. */
export function useColumns<Row>({
  columns,
  slots,
  sorting,
  onSort,
}: {
  columns: readonly Column<Row>[]
  slots: Slot<Row>[]
  sorting: Sorting | undefined
  onSort: ((sorting: Sorting) => void) | undefined
}) {
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Slot<Row>>()
    return columns.map(({ id, header, sortable = false, cell }) =>
      helper.accessor((slot): unknown => slot.row, {
        id,
        header,
        enableSorting: sortable,
        cell: ({ row: { original } }) =>
          original.row === undefined ? <span className={styles.pending} /> : cell(original.row, original.isActive),
      }),
    )
  }, [columns])
  return useTable({
    features,
    columns: definitions,
    data: slots,
    manualSorting: true,
    enableSortingRemoval: false,
    sortDescFirst: false,
    state: { sorting: sorting ? [sorting] : [] },
    onSortingChange: (change) => {
      const next = typeof change === 'function' ? change(sorting ? [sorting] : []) : change
      if (next[0]) onSort?.(next[0])
    },
  })
}
