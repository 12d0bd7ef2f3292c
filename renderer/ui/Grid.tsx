import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { ColumnsButton } from './ColumnsButton.tsx'
import { ContextMenu, type MenuAction, type Point } from './ContextMenu.tsx'
import { useColumnLayout } from './columnLayout.ts'
import { type Column, type Sorting, useColumns } from './columns.tsx'
import { trackList, useColumnWidths } from './columnWidths.ts'
import styles from './Grid.module.css'
import { GridCells } from './GridCells.tsx'
import { GridHead } from './GridHead.tsx'
import { stepInTree, type Tree, treeAttributes } from './gridTree.ts'
import { type Selecting, useGridSelection } from './useGridSelection.ts'
import { useRowHeight } from './useRowHeight.ts'
import { useWidth } from './useWidth.ts'

type Props<Row> = {
  /** What its columns, and their widths, are kept under; the same for all lists of a kind. */
  name: string
  label: string
  columns: readonly Column<Row>[]
  /** Pixels; in less room the grid scrolls sideways. */
  narrowest?: number
  count: number
  /** The list is longer than `count`. */
  more?: boolean
  /** undefined while the row is being read. */
  at: (index: number) => Row | undefined
  rowKey: (row: Row) => string | number
  /** The key of the selected row, null when none is; undefined: rows cannot be selected. */
  selected?: string | number | null
  onAction?: (row: Row) => void
  /** The row that something else leads the keyboard to. undefined: nothing else does. */
  active?: number
  /** Called with where a key or a click leads the keyboard. */
  onStep?: (index: number) => void
  /** What calls it: a click, or a double click; Enter in any case. */
  actsOn?: 'click' | 'doubleClick'
  /** Several rows can be selected. */
  selecting?: Selecting<Row>
  /** What the context menu of a row offers. */
  menuOf?: (row: Row) => readonly MenuAction[]
  /** Called with the row that the keyboard is on, or that was clicked. */
  onActive?: (row: Row) => void
  /** Called for Alt with Enter. */
  onDetails?: (row: Row) => void
  /** Called with the indexes of the rows that are drawn. */
  onShow?: (first: number, last: number) => void
  sorting?: Sorting
  onSort?: (sorting: Sorting) => void
  /** Rows that have others below them. undefined: none has. */
  tree?: Tree<Row>
}

const PAGE = 10 // rows
const REST = 60 // milliseconds without scrolling after which a long jump has ended
const OVERSCAN = 8 // rows that are drawn above and below those in view
const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageDown: (at, last) => Math.min(at + PAGE, last),
  PageUp: (at) => Math.max(at - PAGE, 0),
  Home: () => 0,
  End: (_at, last) => last,
}

/** Reports the drawn rows after every render, since they may have to be read; during a long jump, only its end. */
function useShown(first: number, last: number, onShow: Props<never>['onShow']): void {
  const told = useRef(first)
  useEffect(() => {
    const tell = () => {
      told.current = first
      onShow?.(first, last)
    }
    if (Math.abs(first - told.current) <= last - first) return tell()
    const timer = setTimeout(tell, REST)
    return () => clearTimeout(timer)
  })
}

/** A list of any length; only the rows in view are drawn. Keys: arrows, Page Up and Down, Home, End and Enter; Up in the first row leads to the widths of the columns. Tab leads to the buttons of the active row. */
export function Grid<Row>(props: Props<Row>) {
  const {
    name,
    label,
    columns: all,
    narrowest = 0,
    count,
    more,
    at,
    rowKey,
    selected,
    onAction,
    active: given,
    onStep,
    actsOn = 'click',
    selecting,
    menuOf,
    onActive,
    onDetails,
    onShow,
    sorting,
    onSort,
    tree,
  } = props
  const id = useId()
  const rowHeight = useRowHeight()
  const scroller = useRef<HTMLDivElement>(null)
  const [lastActive, setActive] = useState(0)
  const active = Math.min(given ?? lastActive, Math.max(0, count - 1))
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollPaddingStart: rowHeight,
    useFlushSync: false, // draw with the next frame instead of blocking the scroll
  })
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight])
  useEffect(() => {
    if (given !== undefined) virtualizer.scrollToIndex(given)
  }, [virtualizer, given])
  const layout = useColumnLayout(name, all, useWidth(scroller))
  const columns = layout.shown
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  // The most rows that are drawn at once. A row that comes into view reuses the DOM element of one that left.
  const drawn = Math.ceil((virtualizer.scrollRect?.height ?? 0) / rowHeight) + 2 * OVERSCAN + 2
  useShown(first, last, onShow)
  const slots = items.map(({ index }) => ({ index, row: at(index), isActive: index === active }))
  const table = useColumns({ columns, slots, sorting, onSort })
  const sizes = useColumnWidths(name)
  const template = trackList(columns, sizes.widths, narrowest, layout.isChosen)
  const selectingRows = useGridSelection(selecting, { at, rowKey })
  const [menu, setMenu] = useState<{ readonly row: Row; readonly at: Point } | null>(null)
  const activeRow = at(active)
  const activeKey = activeRow === undefined ? null : rowKey(activeRow)
  const tellActive = useEffectEvent(() => activeRow !== undefined && onActive?.(activeRow))
  useEffect(() => void tellActive(), [activeKey])

  const opens = (row: Row | undefined) => row !== undefined && (tree?.isOpen(row) ?? null) !== null
  const act = (row: Row) => {
    onAction?.(row)
    if (opens(row)) tree?.setOpen(row, !tree.isOpen(row))
  }
  const moveTo = (index: number) => {
    setActive(index)
    onStep?.(index)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return // a button has the focus
    const row = at(active)
    if (event.altKey && event.key === 'Enter' && row !== undefined && onDetails) {
      event.preventDefault()
      return onDetails(row)
    }
    if (selectingRows.onKey(event, active)) return event.preventDefault()
    if (menuOf && row !== undefined && (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'))) {
      event.preventDefault()
      return setMenu({ row, at: placeOf(`${id}-${active}`) })
    }
    if (event.key === 'ArrowUp' && active === 0)
      scroller.current?.querySelector<HTMLElement>('[role="separator"]')?.focus()
    const next = steps[event.key]?.(active, count - 1) ?? (tree && stepInTree(tree, at, active, event.key))
    if (next !== undefined) {
      moveTo(next)
      selectingRows.onMove(next, event.shiftKey)
      virtualizer.scrollToIndex(next)
    } else if (event.key === 'Enter' && row !== undefined) act(row)
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, index: number, row: Row | undefined) => {
    moveTo(index)
    if (!selectingRows.onClick(event, index, row) && row !== undefined && actsOn === 'click') act(row)
  }
  const onContextMenu = (event: MouseEvent, index: number, row: Row | undefined) => {
    if (!menuOf || row === undefined) return
    event.preventDefault()
    setActive(index)
    setMenu({ row, at: { x: event.clientX, y: event.clientY } })
  }

  const isSelected = (row: Row | undefined) => {
    if (selecting && !(selected && selecting.selection.isEmpty))
      return row !== undefined && selecting.selection.has(rowKey(row))
    return selected === undefined ? undefined : row !== undefined && rowKey(row) === selected
  }

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.grid}
        role="grid"
        {...(tree && { role: 'treegrid' })}
        tabIndex={0}
        aria-label={label}
        aria-rowcount={more ? -1 : count + 1}
        aria-colcount={columns.length}
        aria-multiselectable={selecting ? true : undefined}
        aria-activedescendant={count > 0 ? `${id}-${active}` : undefined}
        onKeyDown={onKeyDown}
      >
        <GridHead table={table} columns={columns} template={template} sizes={sizes} layout={layout} />
        <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {table.getRowModel().rows.map((tableRow, position) => {
            const { index, row } = tableRow.original
            return (
              <div
                key={index % drawn}
                id={`${id}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={isSelected(row)}
                {...(tree && row !== undefined && treeAttributes(tree, row))}
                className={`${styles.row} ${onAction || opens(row) ? styles.pressable : ''}`}
                data-active={index === active || undefined}
                style={{ ...template, transform: `translateY(${items[position]?.start ?? 0}px)` }}
                onMouseDown={(event) => event.shiftKey && event.preventDefault()} // or it would select text
                onClick={(event) => onClick(event, index, row)}
                onDoubleClick={() => actsOn === 'doubleClick' && row !== undefined && act(row)}
                onContextMenu={(event) => onContextMenu(event, index, row)}
              >
                <GridCells table={table} tableRow={tableRow} columns={columns} />
              </div>
            )
          })}
        </div>
      </div>
      <ColumnsButton
        list={label}
        layout={layout}
        onReset={() => {
          layout.reset()
          sizes.resetAll()
        }}
      />
      {menu && menuOf && (
        <ContextMenu label={label} at={menu.at} actions={menuOf(menu.row)} onClose={() => setMenu(null)} />
      )}
    </div>
  )
}

/** Where the menu of a row opens that was asked for by key: below its beginning. */
function placeOf(id: string): Point {
  const { left = 0, bottom = 0 } = document.getElementById(id)?.getBoundingClientRect() ?? {}
  return { x: left + 24, y: bottom }
}
