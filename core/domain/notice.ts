/**
 * What people must know of a line, or of a SKU when `orderId` is null.
 * - `reallocated`: displaced `from` one batch `to` another
 * - `backordered`: it waits, displaced `from` a batch or, when that is null, since it was ordered
 * - `filled`: it waited and is now allocated `to` a batch
 * - `late`: it stays in batch `to`, which comes after its due date
 * - `notRestored`: a change was undone, but it could not go back `to` the batch
 * - `outOfStock`: a line of this SKU found no batch
 */
export type Notice = {
  readonly kind: 'reallocated' | 'backordered' | 'filled' | 'late' | 'notRestored' | 'outOfStock'
  readonly orderId: string | null
  readonly line: number | null
  readonly sku: string
  /** Units of the line; null when the notice is of no line. */
  readonly qty: number | null
  readonly from: string | null
  readonly to: string | null
  readonly reason: string | null
}
