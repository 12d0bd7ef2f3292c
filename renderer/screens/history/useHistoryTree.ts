import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { EntryRow, ViewQuery } from '../../../electron/contract.ts'
import { unwrap } from '../../warehouse/unwrap.ts'
import { type Rows, useRows } from '../../warehouse/useRows.ts'
import { type Below, type Group, type HistoryItem, itemsOf, locate } from './historyTree.ts'

/** Rows that are shown below one entry. */
const MOST = 200

/** What people did, newest first, each with what it caused, or its parts, below it while it is open. */
export function useHistoryTree(query: ViewQuery<'entries'>) {
  const entries = useRows('entries', query)
  const [open, setOpen] = useState<ReadonlyMap<number, EntryRow>>(new Map())
  const below = useBelow(open)
  const groups = groupsOf(entries, below)
  const hidden = groups.reduce((rows, { items }) => rows + items.length - 1, 0)
  const at = (place: number): HistoryItem | undefined => {
    const { index, item } = locate(groups, place)
    const entry = entries.at(index)
    return entry && itemsOf(entry, below)[item]
  }
  const rows: Rows<HistoryItem> = {
    ...entries,
    count: entries.count + hidden,
    at,
    range: async (first, last) =>
      Array.from({ length: last - first + 1 }, (_, step) => at(first + step)).filter((item) => item !== undefined),
    find: async (isWanted, count) => (await entries.find((entry) => isWanted(closed(entry)), count)).map(closed),
    async *pages() {
      for await (const page of entries.pages()) yield page.map(closed)
    },
    show: (first, last) => entries.show(locate(groups, first).index, locate(groups, last).index),
  }
  const tree = {
    level: ({ level }: HistoryItem) => level,
    isOpen: (item: HistoryItem) => (item.kind === 'entry' ? item.isOpen : null),
    setOpen: (item: HistoryItem, isOpen: boolean) => {
      if (item.kind !== 'entry') return
      const { entry } = item
      setOpen(
        (before) =>
          new Map([...before].filter(([seq]) => seq !== entry.seq).concat(isOpen ? [[entry.seq, entry]] : [])),
      )
    },
  }
  return { entries, rows, tree }
}

/** An entry without what is below it. */
const closed = (entry: EntryRow): HistoryItem => ({ kind: 'entry', entry, level: 1, isOpen: null })

/** What is below each entry that is open; undefined while it is being read. */
function useBelow(open: ReadonlyMap<number, EntryRow>): ReadonlyMap<number, Below | undefined> {
  const entries = [...open.values()]
  const read = useQueries({
    queries: entries.map((entry) => ({ queryKey: ['below', entry.seq], queryFn: () => readBelow(entry) })),
  })
  return new Map(entries.map(({ seq }, at) => [seq, read[at]?.data]))
}

async function readBelow({ seq, parts }: EntryRow): Promise<Below> {
  if (parts > 0) {
    const page = await unwrap(window.warehouse.view('entries', { partOf: seq, limit: MOST }))
    return { parts: page.rows }
  }
  // Sequences have no gaps: these are the first that it caused, newest first, and then itself.
  const query = { cause: seq, after: [seq + MOST + 1], limit: MOST + 1 }
  const page = await unwrap(window.warehouse.view('history', query))
  return { events: page.rows.slice(0, -1).toReversed() }
}

function groupsOf(entries: Rows<EntryRow>, below: ReadonlyMap<number, Below | undefined>): Group[] {
  const groups: Group[] = []
  if (below.size === 0) return groups
  for (let index = 0; index < entries.count; index++) {
    const entry = entries.at(index)
    if (entry && below.has(entry.seq)) groups.push({ index, items: itemsOf(entry, below) })
  }
  return groups
}
