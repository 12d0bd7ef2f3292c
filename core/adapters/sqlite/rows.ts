import type { Batch } from '../../domain/batch.ts'
import type { OrderLine } from '../../domain/orderLine.ts'
import type { LineState } from '../../domain/vocabulary.ts'

// Between the domain's values and the stored rows, in which '' is "in the warehouse" and '~' "no due date".

/** ISO 8601, UTC, of the milliseconds that history has. */
export const instantOf = (at: number): string => new Date(at).toISOString()

export const IN_WAREHOUSE = ''
export const NO_DUE_DATE = '~'

export type StoredProduct = { version: number; batches: number; lines: number }

export type StoredBatch = {
  ref: string
  sku: string
  qty: number
  allocated: number
  setAside: number
  eta: string
  created: number
}

export const toBatch = ({ ref, sku, qty, allocated, setAside, eta, created }: StoredBatch): Batch => ({
  ref,
  sku,
  qty,
  allocated,
  setAside,
  eta: eta || null,
  created,
})
export const fromBatch = (batch: Batch): StoredBatch => ({ ...batch, eta: batch.eta ?? IN_WAREHOUSE })

export type StoredLine = {
  sku: string
  orderId: string
  line: number
  qty: number
  due: string
  state: LineState
  batchRef: string | null
  ordered: number
  allocated: number | null
  departed: 0 | 1
}

export const toLine = ({ due, departed, ...row }: StoredLine): OrderLine => ({
  ...row,
  dueDate: due === NO_DUE_DATE ? null : due,
  departed: departed === 1,
})
export const fromLine = ({ dueDate, departed, ...line }: OrderLine): StoredLine => ({
  ...line,
  due: dueDate ?? NO_DUE_DATE,
  departed: departed ? 1 : 0,
})
