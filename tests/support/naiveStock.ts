import type { LineState } from '../../core/index.ts'

// Two lists, in which everything is searched and summed every time.

export type Batch = { readonly ref: string; readonly sku: string; qty: number; eta: string | null }
export type Line = {
  readonly orderId: string
  readonly line: number
  readonly sku: string
  readonly qty: number
  readonly dueDate: string | null
  batch: string | null
  /** When it came to its batch, as a number that only grows. */
  since: number
  gone: 'dispatched' | 'cancelled' | null
}

export const stateOf = ({ gone, batch }: Line): LineState => gone ?? (batch === null ? 'backordered' : 'allocated')
export const arrival = ({ eta }: Batch): string => eta ?? ''
export const due = ({ dueDate }: Line): string => dueDate ?? 'never'

export class NaiveStock {
  readonly batches: Batch[] = []
  /** Oldest first. */
  readonly lines: Line[] = []
  #clock = 0

  batch(ref: string): Batch | undefined {
    return this.batches.find((batch) => batch.ref === ref)
  }
  line({ orderId, line, sku }: Pick<Line, 'orderId' | 'line' | 'sku'>): Line | undefined {
    return this.lines.find((known) => known.orderId === orderId && known.line === line && known.sku === sku)
  }

  free({ ref, qty }: Batch): number {
    return qty - this.in(ref).reduce((sum, line) => sum + line.qty, 0)
  }

  /** The lines that are allocated to the batch, best protected first. */
  in(ref: string): Line[] {
    const lines = this.lines.filter((line) => line.batch === ref && line.gone === null)
    return lines.sort((a, b) => (due(a) === due(b) ? a.since - b.since : due(a) < due(b) ? -1 : 1))
  }

  /** The lines that wait, in the order in which they are offered room. */
  waiting(sku: string): Line[] {
    const lines = this.lines.filter((line) => line.sku === sku && stateOf(line) === 'backordered')
    return lines.sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0)) // stable: oldest first
  }

  /** The batches that can hold the line, best first. */
  roomFor({ sku, qty }: Line): Batch[] {
    const batches = this.batches.filter((batch) => batch.sku === sku && this.free(batch) >= qty)
    return batches.sort((a, b) => (arrival(a) < arrival(b) ? -1 : arrival(a) > arrival(b) ? 1 : 0))
  }

  /** False: it was not given one, and waits. */
  place(line: Line, batch: Batch | undefined): boolean {
    line.batch = batch?.ref ?? null
    line.since = ++this.#clock
    return batch !== undefined
  }

  /** The lines that lose their place, best protected first. */
  setQuantity(batch: Batch, qty: number): Line[] {
    batch.qty = qty
    let room = qty
    const displaced = this.in(batch.ref).filter((line) => {
      if (line.qty > room) return true
      room -= line.qty
      return false
    })
    for (const line of displaced) line.batch = null
    return displaced
  }
}
