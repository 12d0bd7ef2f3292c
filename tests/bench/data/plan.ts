import type { EventOf } from '../../../core/domain/events.ts'
import { day, randomNumbers } from './random.ts'

// What files are made of: messages, the same in every run.

export type PlannedBatch = EventOf<'BatchCreated'>
export type PlannedLine = EventOf<'AllocationRequired'>
export type Plan = () => Iterable<PlannedBatch | PlannedLine>

const BATCHES_PER_SKU = 6
const LINES_PER_SKU = 500
const LINES_PER_ORDER = 4
const colours = ['RED', 'BLUE', 'GREEN', 'BLACK', 'WHITE', 'OAK', 'STEEL', 'GLASS', 'SMALL', 'LARGE']
const things = ['CHAIR', 'TABLE', 'LAMP', 'SHELF', 'MIRROR', 'CARPET', 'CLOCK', 'VASE', 'STOOL', 'BENCH']

export const skuAt = (index: number): string =>
  `${colours[index % 10]}-${things[Math.floor(index / 10) % 10]}-${String(index).padStart(4, '0')}`
export const orderAt = (index: number): string => `SO-${String(index).padStart(7, '0')}`
export const refAt = (sku: string, index: number): string => `${sku}-B${index + 1}`
export const skusFor = (lines: number): number => Math.max(2, Math.round(lines / LINES_PER_SKU))
export const ordersFor = (lines: number): number => Math.ceil(lines / LINES_PER_ORDER)
export const isShort = (sku: number): boolean => sku % 20 === 19

export const batch = (ref: string, sku: string, qty: number, eta: string | null): PlannedBatch => ({
  type: 'BatchCreated',
  ref,
  sku,
  qty,
  eta,
})
export const line = (
  orderId: string,
  sku: string,
  qty: number,
  { number = 1, dueDate = null }: { number?: number; dueDate?: string | null } = {},
): PlannedLine => ({
  type: 'AllocationRequired',
  orderId,
  sku,
  qty,
  line: number,
  dueDate,
  customer: null,
  priority: 0,
})

/**
 * A warehouse in use: orders of four lines, over 500 lines a SKU, but far more for some than for others; six batches a
 * SKU, of which the first are full and the last has room. Every twentieth SKU is short, so that some of its lines wait.
 */
export const warehousePlan = (lines: number): Plan =>
  function* () {
    yield* warehouseBatches(lines)
    yield* warehouseLines(lines)
  }

export function* warehouseBatches(lines: number): Iterable<PlannedBatch> {
  for (let index = 0; index < skusFor(lines); index++)
    for (let at = 0; at < BATCHES_PER_SKU; at++) {
      const qty = isShort(index) ? 300 : at < BATCHES_PER_SKU - 1 ? 400 : 1_000_000
      yield batch(refAt(skuAt(index), at), skuAt(index), qty, at < 2 ? null : day(at * 20))
    }
}

export function* warehouseLines(lines: number): Iterable<PlannedLine> {
  const random = randomNumbers(1)
  for (let index = 0; index < lines; index++) {
    const sku = skuAt(Math.floor(random() ** 2 * skusFor(lines)))
    const qty = 1 + Math.floor(random() * 9)
    const dueDate = random() < 0.6 ? day(Math.floor(random() * 200)) : null
    const number = 1 + (index % LINES_PER_ORDER)
    yield line(orderAt(Math.floor(index / LINES_PER_ORDER)), sku, qty, { number, dueDate })
  }
}

export const SKU = 'SMALL-TABLE'
export const UNITS_PER_LINE = 5

/** Lines of one SKU, all in the first batch, which has `room` left; `spare`: what the second batch can hold. */
export const oneBatchPlan = (lines: number, { room = 0, spare = 0 }: { room?: number; spare?: number }): Plan =>
  function* () {
    yield batch('first', SKU, lines * UNITS_PER_LINE + room, null)
    if (spare > 0) yield batch('second', SKU, spare, day(1))
    yield* sameLines(0, lines)
  }

/** Lines of one SKU that wait, but for the first, which took what there was. */
export const waitingPlan = (lines: number): Plan =>
  function* () {
    yield batch('first', SKU, UNITS_PER_LINE, null)
    yield* sameLines(0, lines + 1)
  }

/** Batches of one SKU that one line each has taken up; and a last one with room. */
export const exhaustedPlan = (exhausted: number): Plan =>
  function* () {
    for (let index = 0; index < exhausted; index++) {
      yield batch(refAt(SKU, index), SKU, UNITS_PER_LINE, null)
      yield* sameLines(index, index + 1)
    }
    yield batch('open', SKU, 1_000_000, null)
  }

function* sameLines(from: number, to: number): Iterable<PlannedLine> {
  for (let index = from; index < to; index++)
    yield line(orderAt(index), SKU, UNITS_PER_LINE, { dueDate: index % 2 ? day(index % 90) : null })
}
