import type { NoticeKind } from './vocabulary.ts'

/** What people must know of a line, or of a SKU when `orderId` is null. */
export type Notice = {
  readonly kind: NoticeKind
  readonly orderId: string | null
  readonly line: number | null
  readonly sku: string
  /** Units of the line; null when the notice is of no line. */
  readonly qty: number | null
  /** The batch that the line lost; null: none. */
  readonly from: string | null
  /** The batch that it is in now, or, of one that was not restored, the batch that could not take it; null: it waits. */
  readonly to: string | null
  readonly reason: string | null
}
