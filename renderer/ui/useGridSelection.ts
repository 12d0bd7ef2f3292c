import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import { latinOf } from './latinOf.ts'
import type { Selection } from './selection.ts'

/** How several rows of a grid are selected. */
export type Selecting<Row> = {
  readonly selection: Selection
  /** The rows between two indexes, both included, read where they were not. */
  readonly range: (first: number, last: number) => Promise<readonly Row[]>
  /** Called for Ctrl or ⌘ with C; with the active row where none is selected. */
  readonly onCopy: (active: Row | undefined) => void
}

/** What a grid knows of its rows. */
type Grid<Row> = { readonly at: (index: number) => Row | undefined; readonly rowKey: (row: Row) => string | number }

/**
 * Ctrl or ⌘ with a click, or Space, adds a row or takes it away; Shift with a click or a key that moves selects up to there;
 * Ctrl or ⌘ with A selects all; Escape none.
 */
export function useGridSelection<Row>(selecting: Selecting<Row> | undefined, { at, rowKey }: Grid<Row>) {
  const anchor = useRef(0)
  const asked = useRef(0)
  const selectTo = (selection: Selection, index: number) => {
    const [first, last] = [Math.min(anchor.current, index), Math.max(anchor.current, index)]
    const known = Array.from({ length: last - first + 1 }, (_, step) => at(first + step))
    const turn = ++asked.current
    const take = (rows: readonly Row[]) => turn === asked.current && selection.only(rows.map(rowKey))
    if (known.every((row) => row !== undefined)) return void take(known)
    void selecting?.range(first, last).then(take, () => {}) // the list itself says that it could not be read
  }
  return {
    /** true: the key was for the selection. */
    onKey: (event: KeyboardEvent, active: number): boolean => {
      if (!selecting) return false
      const { selection, onCopy } = selecting
      const row = at(active)
      const command = event.ctrlKey || event.metaKey
      if (command && latinOf(event) === 'A') selection.all()
      else if (command && latinOf(event) === 'C' && String(getSelection()) === '') onCopy(row)
      else if (event.key === ' ' && row !== undefined) {
        anchor.current = active
        selection.toggle(rowKey(row))
      } else if (event.key === 'Escape' && !selection.isEmpty) selection.clear()
      else return false
      return true
    },
    onMove: (index: number, extends_: boolean) => {
      if (selecting && extends_) selectTo(selecting.selection, index)
      else anchor.current = index
    },
    /** true: the click was for the selection. */
    onClick: ({ ctrlKey, metaKey, shiftKey }: MouseEvent, index: number, row: Row | undefined): boolean => {
      if (!selecting || row === undefined) return false
      if (shiftKey) selectTo(selecting.selection, index)
      else {
        anchor.current = index
        if (ctrlKey || metaKey) selecting.selection.toggle(rowKey(row))
        else if (!selecting.selection.isEmpty) selecting.selection.clear()
      }
      return shiftKey || ctrlKey || metaKey
    },
  }
}
