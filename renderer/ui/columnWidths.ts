import type { Column } from './columns.tsx'
import { useStored } from './useStored.ts'

/** Pixels, by the ids of columns; the others are as wide as they are made. */
export type Widths = Readonly<Record<string, number>>

const LEAST = 48 // pixels: enough to be seen and taken hold of again
const MOST = 1200
const PADDING = 16 // of a row

const none: Widths = {}

/** What the person made of the columns of a list, kept on this workstation under its name. */
export function useColumnWidths(list: string) {
  const [widths, keep] = useStored(`columns.${list}`, none)
  return {
    widths,
    resize: (id: string, width: number) =>
      keep((before) => ({ ...before, [id]: Math.round(Math.min(MOST, Math.max(LEAST, width))) })),
    resetAll: () => keep(() => null),
    reset: (id: string) => keep(({ [id]: _, ...others }) => (Object.keys(others).length === 0 ? null : others)),
  }
}

type Sized = Pick<Column<unknown>, 'id' | 'width'>

/** The width that the person chose, else the least that its track has. */
export const leastWidth = ({ id, width }: Sized, widths: Widths): number =>
  widths[id] ?? Number.parseFloat(/[\d.]+px/.exec(width)?.[0] ?? '0')

/** The tracks of a CSS grid, and the pixels that they take at least. `isChosen`: the person chose which columns there are. */
export function trackList(columns: readonly Sized[], widths: Widths, narrowest: number, isChosen: boolean) {
  const isResized = isChosen || columns.some(({ id }) => widths[id] !== undefined)
  const least = columns.reduce((sum, column) => sum + leastWidth(column, widths), PADDING)
  const tracks = columns.map(({ id, width }) => (widths[id] === undefined ? width : `${widths[id]}px`))
  return { gridTemplateColumns: tracks.join(' '), minWidth: isResized ? least : narrowest }
}
