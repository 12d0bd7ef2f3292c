import { useMemo } from 'react'
import type { Column } from './columns.tsx'
import { readStored, useStored } from './useStored.ts'

/** What the person made of the columns of a list. Columns that it does not name stand where they are made to stand. */
export type Layout = {
  /** Ids of columns. */
  readonly order?: readonly string[]
  /** By id: shown, however narrow the list is, or hidden. */
  readonly shown?: Readonly<Record<string, boolean>>
}

const none: Layout = {}
const keyOf = (list: string) => `layout.${list}`

type Arranged = Pick<Column<never>, 'id'>

/** In the person's order. One that is not part of it, such as a new one, follows the column that it was made to follow. */
export function arrange<C extends Arranged>(columns: readonly C[], order: readonly string[] = []): C[] {
  const known = order.filter((id) => columns.some((column) => column.id === id))
  const arranged = known.map((id) => columns.find((column) => column.id === id)!)
  for (const [at, column] of columns.entries()) {
    if (known.includes(column.id)) continue
    const before = at === 0 ? -1 : arranged.indexOf(columns[at - 1]!)
    arranged.splice(before + 1, 0, column)
  }
  return arranged
}

/** The ids, with one of them moved before or behind another, whichever is on its way there. */
export function moveTo(ids: readonly string[], id: string, target: string): string[] {
  const [from, to] = [ids.indexOf(id), ids.indexOf(target)]
  if (from === -1 || to === -1) return [...ids]
  const others = ids.filter((other) => other !== id)
  others.splice(to, 0, id)
  return others
}

/** At least one is shown, whatever was chosen. */
export function shownOf<C extends Arranged & { readonly dropBelow?: number }>(
  columns: readonly C[],
  { shown = {} }: Layout,
  width: number,
): readonly C[] {
  const found = columns.filter(({ id, dropBelow = 0 }) => shown[id] ?? width >= dropBelow)
  return found.length > 0 ? found : columns.slice(0, 1)
}

/** The columns that a list has outside the app: those that were not hidden, whatever room there is. */
export function columnsOutside<Row>(list: string, columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const layout = readStored<Layout>(keyOf(list), none)
  const arranged = arrange(columns, layout.order).filter(({ value }) => value !== undefined)
  return shownOf(arranged, layout, Number.POSITIVE_INFINITY)
}

/** Kept on this workstation, under the name of the list. `width`: pixels that the list has. */
export function useColumnLayout<Row>(list: string, all: readonly Column<Row>[], width: number) {
  const [layout, keep] = useStored(keyOf(list), none)
  const columns = useMemo(() => arrange(all, layout.order), [all, layout.order])
  const shown = useMemo(() => shownOf(columns, layout, width), [columns, layout, width])
  const ids = columns.map(({ id }) => id)
  const moveBefore = (id: string, target: string) => keep((before) => ({ ...before, order: moveTo(ids, id, target) }))
  return {
    /** All of them, in the person's order. */
    columns,
    shown,
    isChosen: layout.shown !== undefined,
    isChanged: layout !== none,
    moveTo: moveBefore,
    /** Past the next one that is shown. */
    moveBy: (id: string, step: -1 | 1) => {
      const target = shown[shown.findIndex((column) => column.id === id) + step]
      if (target) moveBefore(id, target.id)
    },
    show: (id: string, isShown: boolean) => {
      if (!isShown && shown.length === 1 && shown[0]?.id === id) return
      keep((before) => ({ ...before, shown: { ...before.shown, [id]: isShown } }))
    },
    reset: () => keep(() => null),
  }
}

export type ColumnLayout = ReturnType<typeof useColumnLayout<never>>
