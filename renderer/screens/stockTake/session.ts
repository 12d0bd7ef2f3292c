import { useQuery } from '@tanstack/react-query'
import type { EntryRow, Event } from '../../../electron/contract.ts'
import { unwrap } from '../../warehouse/unwrap.ts'

const PAGE = 1000 // the most rows that a view returns at once

/** What is entered on this screen. */
const types = [
  'StockDamaged',
  'StockCounted',
  'StockSetAside',
  'SetAsideReleased',
  'SetAsideRemoved',
  'BatchEtaChanged',
] as const
type StockEvent = Extract<Event, { type: (typeof types)[number] }>
export type StockEntry = EntryRow & { readonly event: StockEvent }

const isOfStock = (entry: EntryRow): entry is StockEntry => (types as readonly string[]).includes(entry.event.type)

/** How many units an entry was about; of a count, by how many it differs. */
const unitsOf = ({ event }: StockEntry): number => {
  if (event.type === 'StockCounted') return Math.abs(event.qty - event.expected)
  return event.type === 'BatchEtaChanged' ? 0 : event.qty
}

export type SessionSummary = { readonly entries: number; readonly units: number; readonly moved: number }

/** Of what is in effect. */
export function summaryOf(entries: readonly StockEntry[]): SessionSummary {
  const kept = entries.filter(({ undone }) => !undone)
  const sum = (of: (entry: StockEntry) => number) => kept.reduce((total, entry) => total + of(entry), 0)
  return { entries: kept.length, units: sum(unitsOf), moved: sum(({ told }) => told.reallocated ?? 0) }
}

/** The entries of this session, newest first; undefined until they were read. */
export function useSessionEntries(): readonly StockEntry[] | undefined {
  return useQuery({ queryKey: ['sessionEntries'], queryFn: readEntries }).data
}

async function readEntries(): Promise<readonly StockEntry[]> {
  const { since } = await unwrap(window.warehouse.session())
  const found: StockEntry[] = []
  for (let after: (string | number)[] | undefined; ; ) {
    const { rows, next } = await unwrap(window.warehouse.view('entries', { limit: PAGE, after }))
    const ofSession = rows.filter(({ seq }) => seq > since)
    found.push(...ofSession.filter(isOfStock))
    if (next === null || ofSession.length < rows.length) return found
    after = next
  }
}
