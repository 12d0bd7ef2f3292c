import { type Batch, capacity } from './batch.ts'
import { byProtection, type OrderLine } from './orderLine.ts'
import { type Cause, ofOrder, type ProductState } from './productState.ts'

/**
 * Gives the batch another quantity, or sets other units of it aside. Best protected first, each of its lines keeps its place
 * if it still fits; the others are displaced, in the same order. Lines that were not loaded stay.
 */
export function resize(state: ProductState, ref: string, to: Pick<Batch, 'qty' | 'setAside'>, reason: string): void {
  const { qty, setAside, allocated, created } = state.batch(ref)
  const { sku } = state
  const units = capacity(to)
  const lines = state.linesOf(ref).sort(byProtection)
  let kept = lines.reduce((sum, line) => sum - line.qty, allocated)
  if (kept > units) throw new Error(`too few lines of batch ${ref} were loaded`)
  if (to.setAside !== setAside)
    state.raise({ type: 'SetAsideChanged', ref, sku, created, before: setAside, after: to.setAside, reason })
  if (to.qty !== qty || to.setAside === setAside)
    state.raise({ type: 'StockAdjusted', ref, sku, created, before: qty, after: to.qty, reason })
  for (const line of lines) {
    if (kept + line.qty <= units) kept += line.qty
    else displace(state, line, reason, units - kept)
  }
}

/** Takes the line out of its batch, and sends it back on the bus to find another. */
export function displace(state: ProductState, line: OrderLine, reason: string, room: number | null): void {
  state.leave(line, reason, room)
  sendOn(state, line, { from: line.batchRef!, reason })
}

/** The line asks for so many units, in the place that it has, or waiting. */
export function changeQuantity(state: ProductState, line: OrderLine, after: number): void {
  const { orderId, line: number, sku, qty: before, batchRef: ref, allocated: since } = line
  state.raise({ type: 'LineQuantityChanged', orderId, line: number, sku, before, after, ref, since })
}

/** Sends a line that lost its place, or is part of another, on the bus, as a person would have ordered it. */
export function sendOn(state: ProductState, line: OrderLine, cause: Cause): void {
  state.displace(line, cause)
  state.raise({ type: 'AllocationRequired', ...ofOrder(line) })
}
