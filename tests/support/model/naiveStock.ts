import type { LineState } from '../../../core/index.ts'

// Two lists, in which everything is searched and summed every time.

export type Batch = {
  readonly ref: string
  readonly sku: string
  qty: number
  /** Of these units: they are no line's. */
  setAside: number
  eta: string | null
  /** A number that only grows, and tells it from another batch by the same reference. */
  readonly created: number
}
export type Line = {
  readonly orderId: string
  readonly line: number
  readonly sku: string
  qty: number
  /** Units that became lines of their own. */
  splitOff: number
  readonly dueDate: string | null
  priority: number
  readonly customer: string | null
  readonly ordered: number
  batch: string | null
  /** When it came to its batch, as a number that only grows; 0: it is in none. */
  since: number
  /** To that batch. */
  pinned: boolean
  gone: 'dispatched' | 'departed' | 'cancelled' | null
}

export const stateOf = ({ gone, batch }: Line): LineState =>
  gone === 'departed' ? 'dispatched' : (gone ?? (batch === null ? 'backordered' : 'allocated'))
export const arrival = ({ eta }: Batch): string => eta ?? ''
const due = ({ dueDate }: Line): string => dueDate ?? 'never'
export function byImportance(a: Line, b: Line): number {
  if (a.priority !== b.priority) return a.priority > b.priority ? -1 : 1
  return due(a) === due(b) ? 0 : due(a) < due(b) ? -1 : 1
}
export const isLate = (line: Line, batch: Batch): boolean => line.dueDate !== null && line.dueDate < arrival(batch)

type LineName = Pick<Line, 'orderId' | 'line' | 'sku'>

export class NaiveStock {
  batches: Batch[] = []
  lines: Line[] = []
  #clock = 0

  batch(ref: string): Batch | undefined {
    return this.batches.find((batch) => batch.ref === ref)
  }
  line({ orderId, line, sku }: LineName): Line | undefined {
    return this.lines.find((known) => known.orderId === orderId && known.line === line && known.sku === sku)
  }

  receive(batch: Omit<Batch, 'created' | 'setAside'>): void {
    this.batches.push({ ...batch, setAside: 0, created: ++this.#clock })
  }
  order(line: Omit<Line, 'ordered' | 'batch' | 'since' | 'pinned' | 'splitOff' | 'gone'>): Line {
    const added = { ...line, ordered: ++this.#clock, batch: null, since: 0, pinned: false, splitOff: 0, gone: null }
    this.lines.push(added)
    return added
  }

  free({ ref, qty, setAside }: Batch): number {
    return qty - setAside - this.in(ref).reduce((sum, line) => sum + line.qty, 0)
  }

  /** The lines that are allocated to the batch, best protected first. */
  in(ref: string): Line[] {
    return bestProtectedFirst(this.lines.filter((line) => line.batch === ref && line.gone === null))
  }

  /** The lines that wait, in the order in which they are offered room. */
  waiting(sku: string): Line[] {
    const lines = this.lines.filter((line) => line.sku === sku && stateOf(line) === 'backordered')
    return lines.sort((a, b) => byImportance(a, b) || a.ordered - b.ordered)
  }

  /** The batches that can hold the line, best first. */
  roomFor({ sku, qty }: Line): Batch[] {
    const batches = this.batches.filter((batch) => batch.sku === sku && this.free(batch) >= qty)
    return batches.sort((a, b) =>
      arrival(a) === arrival(b) ? a.created - b.created : arrival(a) < arrival(b) ? -1 : 1,
    )
  }

  /** False: it was not given one, and waits. `since`, `pinned`: when it had this place before. */
  place(line: Line, batch: Batch | undefined, since = ++this.#clock, pinned = false): boolean {
    line.batch = batch?.ref ?? null
    line.since = batch ? since : 0
    line.pinned = batch !== undefined && pinned
    return batch !== undefined
  }

  /** The lines that lose their place, best protected first. */
  setQuantity(batch: Batch, qty: number, setAside: number): Line[] {
    Object.assign(batch, { qty, setAside })
    let room = qty - setAside
    const displaced = this.in(batch.ref).filter((line) => {
      if (line.qty > room) return true
      room -= line.qty
      return false
    })
    for (const line of displaced) this.place(line, undefined)
    return displaced
  }
}

export const bestProtectedFirst = (lines: Line[]): Line[] =>
  lines.sort((a, b) => (a.pinned === b.pinned ? byImportance(a, b) || a.since - b.since : a.pinned ? -1 : 1))
