import { ArrowDown, ArrowUp } from 'lucide-react'
import { type CSSProperties, type DragEvent, useState } from 'react'
import { ColumnEdge } from './ColumnEdge.tsx'
import type { ColumnLayout } from './columnLayout.ts'
import type { Column, GridTable } from './columns.tsx'
import { leastWidth, type useColumnWidths } from './columnWidths.ts'
import styles from './Grid.module.css'

type Props<Row> = {
  table: GridTable<Row>
  columns: readonly Column<Row>[]
  template: CSSProperties
  sizes: ReturnType<typeof useColumnWidths>
  layout: Pick<ColumnLayout, 'moveTo' | 'moveBy' | 'show'>
}

const order = { asc: 'ascending', desc: 'descending' } as const

/** A heading is dragged to where its column is to stand. */
export function GridHead<Row>({ table, columns, template, sizes, layout }: Props<Row>) {
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const onDragEnd = () => {
    setDragged(null)
    setOver(null)
  }
  const onDragOver = (event: DragEvent, id: string) => {
    if (dragged === null) return // of something else than a heading
    event.preventDefault()
    setOver(id)
  }
  const onDrop = (id: string) => {
    if (dragged !== null) layout.moveTo(dragged, id)
    onDragEnd()
  }
  return (
    <div role="rowgroup" className={styles.head}>
      {table.getHeaderGroups().map((group) => (
        <div key={group.id} role="row" aria-rowindex={1} className={styles.headRow} style={template}>
          {group.headers.map((header, at) => {
            const sorted = header.column.getIsSorted()
            const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
            const column = columns[at]!
            const sortable = header.column.getCanSort()
            return (
              <div
                key={header.id}
                role="columnheader"
                className={styles.cell}
                aria-label={column.header}
                title={column.header}
                data-align={column.align}
                data-drop={over === column.id && dragged !== column.id ? true : undefined}
                onDragOver={(event) => onDragOver(event, column.id)}
                onDrop={() => onDrop(column.id)}
                aria-sort={sortable ? (sorted ? order[sorted] : 'none') : undefined}
              >
                {/* biome-ignore lint/a11y/noStaticElementInteractions: the keyboard moves the column at its edge */}
                <span
                  className={styles.label}
                  draggable
                  onDragStart={() => setDragged(column.id)}
                  onDragEnd={onDragEnd}
                >
                  {sortable ? (
                    <button type="button" className={styles.sort} onClick={header.column.getToggleSortingHandler()}>
                      <table.FlexRender header={header} />
                      <Arrow size={14} className={sorted ? '' : styles.unsorted} aria-hidden />
                    </button>
                  ) : (
                    <table.FlexRender header={header} />
                  )}
                </span>
                <ColumnEdge
                  column={column.header}
                  width={leastWidth(column, sizes.widths)}
                  onResize={(width) => sizes.resize(column.id, width)}
                  onReset={() => sizes.reset(column.id)}
                  onMove={(step) => layout.moveBy(column.id, step)}
                  onHide={() => layout.show(column.id, false)}
                />
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
