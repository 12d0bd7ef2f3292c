/** How rows lie below each other in a list: those below a row follow it, while it is open. */
export type Tree<Row> = {
  /** 1: below none. */
  readonly level: (row: Row) => number
  /** null: there is nothing below it. */
  readonly isOpen: (row: Row) => boolean | null
  readonly setOpen: (row: Row, open: boolean) => void
}

/** Right opens a row, then leads into it; Left closes it, or leads to the row above it. Where to; undefined: nowhere. */
export function stepInTree<Row>(
  { level, isOpen, setOpen }: Tree<Row>,
  at: (index: number) => Row | undefined,
  active: number,
  key: string,
): number | undefined {
  const row = at(active)
  if (row === undefined || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return undefined
  const open = isOpen(row)
  if (key === 'ArrowRight') {
    if (open === false) setOpen(row, true)
    return open === true ? active + 1 : active
  }
  if (open === true) setOpen(row, false)
  return open === true ? active : parentOf(level, at, active)
}

function parentOf<Row>(level: Tree<Row>['level'], at: (index: number) => Row | undefined, active: number): number {
  const own = at(active)
  for (let index = active - 1; index >= 0; index--) {
    const row = at(index)
    if (own !== undefined && row !== undefined && level(row) < level(own)) return index
  }
  return active
}

export const treeAttributes = <Row>({ level, isOpen }: Tree<Row>, row: Row) => ({
  'aria-level': level(row),
  'aria-expanded': isOpen(row) ?? undefined,
})
