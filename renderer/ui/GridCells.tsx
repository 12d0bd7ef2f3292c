import type { Column, GridTable } from './columns.tsx'
import styles from './Grid.module.css'

type Props<Row> = {
  table: GridTable<Row>
  tableRow: ReturnType<GridTable<Row>['getRowModel']>['rows'][number]
  columns: readonly Column<Row>[]
}

/** The cells of one row: of all columns, or up to the one that takes the room of those after it. */
export function GridCells<Row>({ table, tableRow, columns }: Props<Row>) {
  const { row } = tableRow.original
  const spanning = row === undefined ? -1 : columns.findIndex(({ spans }) => spans?.(row))
  const shown = spanning === -1 ? columns.length : spanning + 1
  return tableRow
    .getAllCells()
    .slice(0, shown)
    .map((cell, at) => (
      <div
        key={cell.column.id}
        role="gridcell"
        className={styles.cell}
        data-align={columns[at]?.align}
        aria-colspan={at === spanning ? columns.length - at : undefined}
        style={at === spanning ? { gridColumn: `${at + 1} / -1` } : undefined}
      >
        <table.FlexRender cell={cell} />
      </div>
    ))
}
