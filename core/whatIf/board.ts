import { z } from 'zod'
import { type Message, messageSchema, operatorNameSchema } from '../domain/messages.ts'
import { parse } from '../domain/parse.ts'
import { name, remark } from '../domain/text.ts'
import { uuidOf } from '../lib/uuidOf.ts'

// A scratch board holds changes that nobody has made: what if? It is no part of the warehouse, and is kept beside it.

/** What a change is, as people call it. */
export const changeKinds = ['lost', 'damaged', 'delayed', 'arrived', 'received', 'cancelled', 'orders'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What changes are made of. */
const types: ReadonlySet<Message['type']> = new Set([
  ...(['BatchQuantityChanged', 'StockDamaged', 'BatchEtaChanged', 'BatchCreated'] as const),
  ...(['OrderLineCancelled', 'AllocationRequired'] as const),
])

/** Order lines that one file may bring, and changes that one board may have: what one commit and one window bear. */
export const MAX_ORDERS = 10_000
const MAX_CHANGES = 1_000

export const changeSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(changeKinds),
  /** The file that the order lines are from, without its folder; null: from none. */
  file: remark(255).nullable(),
  /** In their order. */
  messages: z
    .array(messageSchema.refine(({ type }) => types.has(type)))
    .min(1)
    .max(MAX_ORDERS)
    .readonly(),
})
export type Change = Readonly<z.output<typeof changeSchema>>

export const boardNameSchema = name(80)

export const boardSchema = z.strictObject({
  id: z.uuid(),
  /** null: nobody has named it. */
  name: boardNameSchema.nullable(),
  /** Who changed it last, and when, in ISO 8601. */
  by: operatorNameSchema,
  at: z.iso.datetime(),
  changes: z.array(changeSchema).max(MAX_CHANGES).readonly(),
})
export type Board = Readonly<z.output<typeof boardSchema>>

export const parseBoard = (stored: unknown): Board => parse(boardSchema, stored)

/**
 * A change that somebody wants to have on a board.
 * @throws DomainError InvalidMessage, with the fields of the first message that is wrong
 */
export function newChange(kind: ChangeKind, messages: readonly unknown[], file: string | null = null): Change {
  const checked = messages.map((message) => parse(messageSchema, message))
  return parse(changeSchema, { id: crypto.randomUUID(), kind, file, messages: checked })
}

/** The messages of a board, in its order. */
export const messagesOf = ({ changes }: Pick<Board, 'changes'>): Message[] =>
  changes.flatMap(({ messages }) => messages)

/**
 * What makes a board so, as one whole in history, which can be taken back as an import is. The ids of its messages are made of
 * those of the changes, so that nothing is done twice, also when the app ended before what was done had left the board.
 * @param id of the whole
 */
export const entriesOf = ({ changes }: Pick<Board, 'changes'>, title: string, id: string) => [
  { message: { type: 'ImportStarted', file: title } as const, id },
  ...changes.flatMap((change) =>
    change.messages.map((message, at) => ({ message, id: uuidOf(`${change.id}/${at}`), partOf: id })),
  ),
]

/** Of each change, in order, what its messages have in the list of all. */
export function ofEachChange<T>({ changes }: Pick<Board, 'changes'>, all: readonly T[]): (readonly T[])[] {
  let next = 0
  return changes.map(({ messages }) => {
    const first = next
    next += messages.length
    return all.slice(first, next)
  })
}

/** The board without what was done: what was refused stays, as a change of its own. */
export function withoutDone(board: Board, refusals: readonly (unknown | null)[]): Board {
  const left = ofEachChange(board, refusals)
  const changes = board.changes.flatMap((change, at) => {
    const messages = change.messages.filter((_, index) => left[at]![index] !== null)
    if (messages.length === change.messages.length) return [change]
    return messages.length > 0 ? [{ ...change, id: crypto.randomUUID(), messages }] : []
  })
  return { ...board, changes }
}
