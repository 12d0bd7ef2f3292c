import fc from 'fast-check'
import type { Message, MessageInput } from '../../../core/index.ts'
import { anyMessage, anyStock, anyUnreadable, anyWish, type Wish } from './anyMessage.ts'
import type { NaiveWarehouse } from './naiveWarehouse.ts'

// A failure is told before the test's own time is over, with its seed, however far it has shrunk by then.
fc.configureGlobal({ interruptAfterTimeLimit: 240_000, markInterruptAsFailure: true })

/** `again`: a message that was handled before comes once more, under its id. */
export type Step = { message: Message } | { wish: Wish } | { unreadable: MessageInput } | { again: number }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 26, arbitrary: fc.record({ message: anyMessage }) },
  { weight: 14, arbitrary: fc.record({ wish: anyWish }) },
  { weight: 1, arbitrary: fc.record({ unreadable: anyUnreadable }) },
  { weight: 2, arbitrary: fc.record({ again: fc.nat() }) },
)

export const STEPS = 50

/** Always as many, and yet a failure shrinks to few: a step may become none. */
export const anySteps = stepsOf(STEPS, STEPS)

/** Some stock, and so many steps with it. */
export function stepsOf(minLength: number, maxLength: number): fc.Arbitrary<Step[]> {
  return fc
    .tuple(anyStock, fc.array(fc.option(anyStep, { freq: 1000 }), { minLength, maxLength, size: 'max' }))
    .map(([stock, steps]) => {
      const rest = steps.slice(stock.length).filter((step) => step !== null)
      return [...stock.map((message) => ({ message })), ...rest]
    })
}

/** What a person would send who looks at the naive warehouse. `changes`: the sequences of what can be undone. */
export function sayNow(wish: Wish, naive: NaiveWarehouse, changes: readonly number[]): Message {
  const { stock, sheets } = naive
  const pick = <T>(all: readonly T[]): T | undefined => all[wish.of % all.length]
  const { ref, qty } = pick(stock.batches) ?? { ref: 'none', qty: 0 }
  const chosen = pick(stock.lines)
  const { orderId, line, sku, qty: asks } = chosen ?? { orderId: 'none', line: 1, sku: 'NONE', qty: 1 }
  const sheet = pick(sheets.all.filter(({ state }) => state === 'open'))
  if (!sheet && (wish.wants === 'countLine' || wish.wants === 'post')) return openSheet(null, naive)
  switch (wish.wants) {
    case 'count':
      return { type: 'StockCounted', ref, qty: wish.found, expected: qty }
    case 'delay':
      return { type: 'BatchEtaChanged', ref, eta: wish.eta }
    case 'prefer':
      return { type: 'LinePriorityChanged', orderId, line, sku, priority: wish.priority, reason: 'count' }
    case 'open':
      return openSheet(wish.most, naive)
    case 'countLine': {
      const { ref, qty } = pick(sheet!.lines)?.batch ?? { ref: 'none', qty: 0 }
      const holds = stock.batch(ref)?.qty ?? qty
      return { type: 'SheetLineCounted', sheet: sheet!.name, ref, qty: Math.max(0, holds + wish.off) }
    }
    case 'post':
      return { type: 'SheetPosted', sheet: sheet!.name }
    case 'undo':
      return { type: 'MessageUndone', undoes: pick(changes) ?? 1 }
    case 'undoLast':
      return { type: 'MessageUndone', undoes: changes.at(-1) ?? 1 }
    case 'give': {
      const others = stock.lines.filter((other) => other.sku === sku)
      const { orderId: toOrderId, line: toLine } = others[wish.to % others.length] ?? { orderId: 'none', line: 1 }
      return { type: 'PlaceGiven', orderId, line, sku, toOrderId, toLine, reason: 'count' }
    }
    case 'split':
      return { type: 'LineSplit', orderId, line, sku, qty: 1 + (wish.units % Math.max(1, asks - 1)), reason: 'count' }
    case 'pin':
      return { type: 'LinePinned', orderId, line, sku, reason: 'count' }
    case 'unpin':
      return { type: 'LineUnpinned', orderId, line, sku, reason: 'count' }
    case 'cancel':
      return { type: 'OrderLineCancelled', orderId, line, sku }
    case 'dispatch':
      return { type: 'OrderDispatched', orderId }
    case 'confirm':
      return { type: 'DispatchConfirmed', orderId }
  }
}

/** Of all batches that there are. */
const openSheet = (recountUnits: number | null, { stock, sheets }: NaiveWarehouse): Message => ({
  ...{ type: 'SheetOpened', sheet: `s${sheets.all.length}`, person: null, blind: true },
  ...{ recountUnits, recountPercent: null, refs: stock.batches.map(({ ref }) => ref) },
})
