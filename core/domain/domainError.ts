import { type Coded, codedError, type Explanations } from '../lib/codedError.ts'
import type { LineState, SheetState } from './vocabulary.ts'

/** Every way in which the domain refuses a message, with what explains it. */
export type Refusals = {
  /** An order for a SKU that has no batch, and no line that waits for one. */
  InvalidSku: { sku: string }
  UnknownBatch: { ref: string }
  /** References are unique over all SKUs; `sku` is that of the batch that has it. */
  DuplicateBatch: { ref: string; sku: string }
  /** The line is known, but with what is given here. */
  LineConflict: { orderId: string; line: number; sku: string; qty: number; dueDate: string | null; state: LineState }
  /** `holds`: without what is set aside. */
  NotEnoughStock: { ref: string; qty: number; holds: number }
  /** Fewer units of the batch are set aside. */
  NotSetAside: { ref: string; qty: number; setAside: number }
  /** The batch holds another quantity than the count began with. */
  StaleCount: { ref: string; expected: number; holds: number }
  UnknownLine: { orderId: string; line: number; sku: string }
  /** The line waits, so that it has no place. */
  NoPlace: { orderId: string; line: number; sku: string }
  /** The line keeps its place until it is unpinned. */
  LineIsPinned: { orderId: string; line: number; sku: string }
  /** The line is in the batch already, or in one that arrives no later. */
  NoGain: { orderId: string; line: number; sku: string; ref: string }
  /** `room`: units that the batch could hold. */
  NoRoom: { ref: string; qty: number; room: number }
  /** A line cannot be split unless both parts have a unit. `asks`: the units of the line. */
  NothingLeft: { orderId: string; line: number; sku: string; qty: number; asks: number }
  UnknownOrder: { orderId: string }
  /** `seq`: a sequence in history that is of no message. */
  UnknownMessage: { seq: number }
  /** `origin`: a sequence in history that caused no notices. */
  NoNotices: { origin: number }
  /** The message is of a kind that cannot be taken back, or changed nothing. */
  NotUndoable: { seq: number; type: string }
  AlreadyUndone: { seq: number }
  /** A batch cannot be withdrawn once a line was dispatched from it. */
  BatchDispatchedFrom: { ref: string }
  /** The batch arrives on another day than the message left it with. */
  BatchChangedSince: { ref: string }
  /** The line was cancelled, dispatched, moved or withdrawn since, so that what the message did to it cannot be taken back. */
  LineChangedSince: { orderId: string; line: number; sku: string }
  /** The goods of the order's dispatched lines are confirmed as gone. */
  AlreadyDeparted: { orderId: string }
  DuplicateSheet: { sheet: string }
  UnknownSheet: { sheet: string }
  SheetNotOpen: { sheet: string; state: SheetState }
  /** `most`: as many batches as a sheet can have. */
  SheetFull: { sheet: string; most: number }
  NotOnSheet: { sheet: string; ref: string }
  /** The next count must be by another person. `by`: who counted last; null: nobody was named. */
  CountedBySame: { sheet: string; ref: string; by: string | null }
  /** No difference of the sheet is agreed upon, so that there is nothing to post. */
  NothingAgreed: { sheet: string }
  /** The sheet was changed since, so that what the message did to it cannot be taken back. */
  SheetChangedSince: { sheet: string }
  /** The message is not one that the core takes. */
  InvalidMessage: { problems: readonly Problem[] }
}

/** What is wrong with one field of a message. `limit` is the bound that was broken, where there is one. */
export type Problem = {
  readonly field: string
  readonly problem:
    | 'missing'
    | 'unknown'
    | 'notText'
    | 'empty'
    | 'tooLong'
    | 'controlCharacter'
    | 'notWhole'
    | 'tooSmall'
    | 'tooLarge'
    | 'notDate'
    | 'notAddress'
    | 'alreadyUsed'
    | 'invalid'
  readonly limit?: number
}

export type Refusal = Coded<Refusals>

const explanations: Explanations<Refusals> = {
  InvalidSku: ({ sku }) => `Invalid sku ${sku}`,
  UnknownBatch: ({ ref }) => `Unknown batch ${ref}`,
  DuplicateBatch: ({ ref, sku }) => `Batch ${ref} exists already, of ${sku}`,
  LineConflict: ({ orderId, line, sku, qty, dueDate, state }) =>
    `Line ${line} of order ${orderId} for ${sku} is ${state} already, with quantity ${qty} and due date ${dueDate ?? 'none'}`,
  NotEnoughStock: ({ ref, qty, holds }) => `Batch ${ref} holds ${holds}, fewer than ${qty}`,
  NotSetAside: ({ ref, qty, setAside }) => `Of batch ${ref}, ${setAside} are set aside, fewer than ${qty}`,
  StaleCount: ({ ref, expected, holds }) => `Batch ${ref} holds ${holds}, not ${expected} as when it was counted`,
  UnknownLine: ({ orderId, line, sku }) => `Order ${orderId} has no line ${line} for ${sku}`,
  NoPlace: ({ orderId, line, sku }) => `Line ${line} of order ${orderId} for ${sku} waits, and has no place`,
  LineIsPinned: ({ orderId, line, sku }) => `Line ${line} of order ${orderId} for ${sku} is pinned`,
  NoGain: ({ orderId, line, sku, ref }) =>
    `Line ${line} of order ${orderId} for ${sku} would gain nothing in batch ${ref}`,
  NoRoom: ({ ref, qty, room }) => `Batch ${ref} could hold ${room}, fewer than ${qty}`,
  NothingLeft: ({ orderId, line, sku, qty, asks }) =>
    `Line ${line} of order ${orderId} for ${sku} asks for ${asks}, of which ${qty} cannot be split off`,
  UnknownOrder: ({ orderId }) => `Unknown order ${orderId}`,
  NoNotices: ({ origin }) => `Message ${origin} caused no notices`,
  UnknownMessage: ({ seq }) => `There is no message ${seq}`,
  NotUndoable: ({ seq, type }) => `Message ${seq} is a ${type}, which cannot be undone`,
  AlreadyUndone: ({ seq }) => `Message ${seq} was undone already`,
  BatchDispatchedFrom: ({ ref }) => `Lines were dispatched from batch ${ref}`,
  BatchChangedSince: ({ ref }) => `The arrival of batch ${ref} was changed since`,
  LineChangedSince: ({ orderId, line, sku }) => `Line ${line} of order ${orderId} for ${sku} was changed since`,
  AlreadyDeparted: ({ orderId }) => `The goods of order ${orderId} are confirmed as gone`,
  DuplicateSheet: ({ sheet }) => `Count sheet ${sheet} exists already`,
  UnknownSheet: ({ sheet }) => `Unknown count sheet ${sheet}`,
  SheetNotOpen: ({ sheet, state }) => `Count sheet ${sheet} is ${state}`,
  SheetFull: ({ sheet, most }) => `Count sheet ${sheet} can have ${most} batches`,
  NotOnSheet: ({ sheet, ref }) => `Batch ${ref} is not on count sheet ${sheet}`,
  CountedBySame: ({ sheet, ref, by }) => `Batch ${ref} of count sheet ${sheet} was counted by ${by ?? 'nobody'} before`,
  NothingAgreed: ({ sheet }) => `Nothing of count sheet ${sheet} is agreed upon`,
  SheetChangedSince: ({ sheet }) => `Count sheet ${sheet} was changed since`,
  InvalidMessage: ({ problems }) =>
    `Invalid message: ${problems.map(({ field, problem }) => `${field} ${problem}`).join(', ')}`,
}

/** An expected failure: nothing was written. Switch on `code`. */
export class DomainError<C extends keyof Refusals = keyof Refusals> extends codedError(
  'DomainError',
  explanations,
)<C> {}
