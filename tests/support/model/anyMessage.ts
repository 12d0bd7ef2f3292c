import fc from 'fast-check'
import type { Message, MessageInput } from '../../../core/index.ts'

// Few names and small numbers, so that messages meet.

const ref = fc.constantFrom('b1', 'b2', 'b3', 'b4', 'b5', 'b6')
const orderId = fc.constantFrom('o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8', 'o9')
const day = fc.constantFrom(null, '2030-02-01', '2030-02-02', '2030-02-03', '2030-02-04')
const reason = fc.constantFrom('water', 'count')
const from = (min: number, max: number) => fc.integer({ min, max })
const type = <T extends Message['type']>(value: T) => fc.constant(value)

const sku = fc.constantFrom('A', 'A', 'A', 'A', 'A', 'A', 'A', 'B', 'B', 'B', 'NONE')
const created = fc.record({
  type: type('BatchCreated'),
  ref,
  sku: fc.constantFrom('A', 'A', 'B'),
  qty: from(1, 12),
  eta: fc.constantFrom(null, null, '2030-02-01', '2030-02-02', '2030-02-03'),
})
const line = fc.constantFrom(1, 1, 2)
const customer = fc.constantFrom(null, 'Park', 'Sato')
const priority = fc.constantFrom(0, 0, 0, 1, 9)
const order = { orderId, sku, qty: from(1, 6), line, dueDate: day, customer, priority }
const ordered = fc.record({ type: type('AllocationRequired'), ...order })
const changed = fc.record({ type: type('BatchQuantityChanged'), ref, qty: from(0, 14), reason })
const damaged = fc.record({ type: type('StockDamaged'), ref, qty: from(1, 8), reason })
const counted = fc.record({ type: type('StockCounted'), ref, qty: from(0, 14), expected: from(0, 14) })
const setAside = fc.record({ type: type('StockSetAside'), ref, qty: from(1, 8), reason })
const released = fc.record({ type: type('SetAsideReleased'), ref, qty: from(1, 4) })
const removed = fc.record({ type: type('SetAsideRemoved'), ref, qty: from(1, 4), reason })
const sheet = fc.constantFrom('s0', 's1')
const few = fc.constantFrom(null, null, 0, 2)
const refs = fc.uniqueArray(ref, { minLength: 1, maxLength: 4 })
const opened = fc.record({
  ...{ type: type('SheetOpened'), sheet, person: fc.constant(null), blind: fc.boolean() },
  ...{ recountUnits: few, recountPercent: fc.constantFrom(null, 0, 20), refs },
})
const added = fc.record({ type: type('SheetLinesAdded'), sheet, refs })
const onSheet = fc.record({ type: type('SheetLineCounted'), sheet, ref, qty: from(0, 14) })
const posted = fc.record({ type: type('SheetPosted'), sheet })
const closed = fc.record({ type: type('SheetClosed'), sheet })
const undone = fc.record({ type: type('MessageUndone'), undoes: from(1, 99) })
const delayed = fc.record({ type: type('BatchEtaChanged'), ref, eta: day })
const cancelled = fc.record({ type: type('OrderLineCancelled'), orderId, sku, line })
const important = fc.record({ type: type('LinePriorityChanged'), orderId, sku, line, priority, reason })
const pinned = fc.record({ type: type('LinePinned'), orderId, sku, line, reason })
const unpinned = fc.record({ type: type('LineUnpinned'), orderId, sku, line, reason })
const given = fc.record({ type: type('PlaceGiven'), orderId, sku, line, toOrderId: orderId, toLine: line, reason })
const split = fc.record({ type: type('LineSplit'), orderId, sku, line, qty: from(1, 4), reason })
const dispatched = fc.record({ type: type('OrderDispatched'), orderId })
const confirmed = fc.record({ type: type('DispatchConfirmed'), orderId })
const started = fc.record({ type: type('ImportStarted'), file: fc.constant('orders.csv') })
const read = fc.record({ type: type('NoticesRead'), upTo: from(1, 9) })
const retried = fc.record({ type: type('MailRetried'), mail: fc.constantFrom(null, 1, 2) })

const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary })

/** One that the core can read; whether it takes it depends on what was before. */
export const anyMessage: fc.Arbitrary<Message> = fc.oneof(
  ...[often(3, created), often(18, ordered), often(4, changed), often(4, damaged), often(2, delayed)],
  ...[often(3, setAside), often(2, released), often(2, removed)],
  ...[
    counted,
    undone,
    cancelled,
    important,
    pinned,
    unpinned,
    given,
    split,
    dispatched,
    confirmed,
    started,
    read,
    retried,
    opened,
    added,
    onSheet,
    posted,
    closed,
  ].map((rare) => often<Message>(1, rare)),
)

/** What a person wants who sees what stands: `of` picks a batch, a line or a change that is there, whichever is meant. */
export type Wish = { readonly of: number } & (
  | { readonly wants: 'count'; readonly found: number }
  | { readonly wants: 'delay'; readonly eta: string | null }
  | { readonly wants: 'prefer'; readonly priority: number }
  | { readonly wants: 'give'; readonly to: number }
  | { readonly wants: 'split'; readonly units: number }
  | { readonly wants: 'open'; readonly most: number | null }
  | { readonly wants: 'countLine'; readonly off: number }
  | { readonly wants: 'undo' | 'undoLast' | 'pin' | 'unpin' | 'cancel' | 'dispatch' | 'confirm' | 'post' }
)

const wants = <W extends string>(what: W) => ({ of: fc.nat(), wants: fc.constant(what) })
export const anyWish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({ ...wants('count'), found: from(0, 14) }),
  fc.record({ ...wants('delay'), eta: day }),
  fc.record({ ...wants('prefer'), priority }),
  fc.record({ ...wants('open'), most: few }),
  ...[1, 2, 3, 4, 5].map(() => fc.record({ ...wants('countLine'), off: from(-3, 2) })),
  ...[1, 2].map(() => fc.record(wants('post'))),
  ...[1, 2, 3].map(() => fc.record(wants('undo'))), // most rules are of it
  fc.record(wants('undoLast')),
  fc.record(wants('undoLast')),
  fc.record({ ...wants('give'), to: fc.nat() }),
  fc.record({ ...wants('give'), to: fc.nat() }),
  fc.record({ ...wants('split'), units: fc.nat() }),
  fc.record(wants('pin')),
  fc.record(wants('pin')),
  fc.record(wants('unpin')),
  fc.record(wants('cancel')),
  fc.record(wants('dispatch')),
  fc.record(wants('confirm')),
)

/** What a sequence begins with, so that most of what follows has something to meet. */
export const anyStock: fc.Arbitrary<Message[]> = fc.uniqueArray(created, {
  selector: (batch) => batch.ref,
  minLength: 3,
  maxLength: 5,
  size: 'max',
})

const fields =
  'type ref sku orderId qty eta dueDate customer priority line upTo reason expected undoes mail extra sheet toOrderId toLine'
const field = fc.constantFrom(...fields.split(' '))
/** What no field takes. */
const nonsense = fc.constantFrom<unknown[]>(0.5, -1, 2 ** 53, Number.NaN, '', 'o\n1', 'half \ud83d', [], {}, true)

/** One that the core cannot read: a field of a good one is replaced, or one too many. */
export const anyUnreadable: fc.Arbitrary<MessageInput> = fc
  .tuple(anyMessage, field, nonsense)
  .map(([message, name, value]) => ({ ...message, [name]: value }) as unknown as MessageInput)
