import type { EntryRow, HistoryRow } from '../../../electron/contract.ts'

/** A row of the history as it is shown. `level`: 1 for what people did, more for what is shown below another row. */
export type HistoryItem = { readonly level: number } & (
  | {
      readonly kind: 'entry'
      readonly entry: EntryRow /** null: nothing is below it. */
      readonly isOpen: boolean | null
    }
  | { readonly kind: 'event'; readonly row: HistoryRow }
  /** So many rows below `entry` are not shown. */
  | { readonly kind: 'more'; readonly entry: EntryRow; readonly count: number }
)

/** What is below an entry: the parts of an import, or what a message caused. */
export type Below = { readonly parts: readonly EntryRow[] } | { readonly events: readonly HistoryRow[] }

/** The entry, and what is shown below it. `open`: the entries that are open, with what was read of them so far. */
export function itemsOf(entry: EntryRow, open: ReadonlyMap<number, Below | undefined>, level = 1): HistoryItem[] {
  const isOpen = entry.caused + entry.parts > 0 ? open.has(entry.seq) : null
  const item: HistoryItem = { kind: 'entry', entry, level, isOpen }
  const below = open.get(entry.seq)
  if (!below) return [item]
  const items: HistoryItem[] =
    'parts' in below
      ? below.parts.flatMap((part) => itemsOf(part, open, level + 1))
      : below.events.map((row) => ({ kind: 'event', row, level: level + 1 }))
  const count = 'parts' in below ? entry.parts - below.parts.length : entry.caused - below.events.length
  const more: HistoryItem[] = count > 0 ? [{ kind: 'more', entry, count, level: level + 1 }] : []
  return [item, ...items, ...more]
}

/** An entry that is shown with others below it, and its place among the entries. */
export type Group = { readonly index: number; readonly items: readonly HistoryItem[] }

/** Where the row of the list is that has this place: the entry's place, and which of its items. @param groups in order */
export function locate(groups: readonly Group[], place: number): { index: number; item: number } {
  let before = 0 // rows below entries further up
  for (const { index, items } of groups) {
    const first = index + before
    if (place < first) break
    if (place < first + items.length) return { index, item: place - first }
    before += items.length - 1
  }
  return { index: place - before, item: 0 }
}

export const keyOf = (item: HistoryItem): string =>
  item.kind === 'event' ? `${item.row.seq}` : `${item.entry.seq} ${item.kind}`
