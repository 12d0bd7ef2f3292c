export type Batch = {
  readonly ref: string
  readonly sku: string
  /** Units that the batch holds, those of allocated lines included. */
  readonly qty: number
  /** Units of the lines that are allocated to it. */
  readonly allocated: number
  /** Units that are set aside for inspection: the batch holds them, but no line may have them. */
  readonly setAside: number
  /** The day it arrives, `YYYY-MM-DD`; null: it is in the warehouse. */
  readonly eta: string | null
  /** The version of its product that it was created at: orders the batches of a product by age. */
  readonly created: number
}

/** Units that lines may have. */
export const capacity = (batch: Pick<Batch, 'qty' | 'setAside'>): number => batch.qty - batch.setAside

export const available = (batch: Batch): number => capacity(batch) - batch.allocated

/** Which batch a line goes to first: warehouse stock, then the earliest ETA, then the oldest batch. */
export const byPreference = (a: Batch, b: Batch): number => compare(a.eta ?? '', b.eta ?? '') || a.created - b.created

/** By code unit, as SQLite compares, and not by the locale of the machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
