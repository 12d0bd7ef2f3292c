import type { BoardView, ChangeKind, LineRow, MessageInput } from '../../../electron/contract.ts'
import { isOpen } from '../../warehouse/overdue.ts'
import { quantityOf } from '../../warehouse/quantityOf.ts'

/** A change of a board, with its first messages. */
export type Change = BoardView['changes'][number]

/** The kinds that a person enters; order lines come from a file. */
export type EnteredKind = Exclude<ChangeKind, 'orders'>

/** What a person has entered of a change. */
export type Fields = {
  readonly kind: EnteredKind
  readonly ref: string
  readonly sku: string
  readonly qty: string
  readonly reason: string
  readonly eta: string | null
  readonly orderId: string
  /** The key of one of the order's lines; `ALL_LINES`: all that are open. */
  readonly line: string
}

export const ALL_LINES = 'all'

export const blank: Fields = {
  kind: 'lost',
  ref: '',
  sku: '',
  qty: '',
  reason: 'broken',
  eta: null,
  orderId: '',
  line: ALL_LINES,
}

type Field = Exclude<keyof Fields, 'kind'>

/** What is asked for, by kind. */
export const fieldsOf: Readonly<Record<EnteredKind, readonly Field[]>> = {
  lost: ['ref'],
  damaged: ['ref', 'qty', 'reason'],
  delayed: ['ref', 'eta'],
  arrived: ['ref'],
  received: ['ref', 'sku', 'qty', 'eta'],
  cancelled: ['orderId', 'line'],
}

export const enteredKinds = Object.keys(fieldsOf) as EnteredKind[]

/** Of a batch that is there, which a scan can name. */
export const isOfBatch = (kind: EnteredKind): boolean => fieldsOf[kind][0] === 'ref' && kind !== 'received'

type Line = Pick<LineRow, 'orderId' | 'sku' | 'line' | 'state'>

export const keyOf = ({ sku, line }: Pick<Line, 'sku' | 'line'>): string => `${line} ${sku}`

/** The messages that a change is made of. `lines`: of the order; what is missing or wrong is left to the core to tell. */
export function messagesOf(
  { kind, ref, sku, qty, reason, eta, orderId, line }: Fields,
  lines: readonly Line[],
): MessageInput[] {
  const units = quantityOf(qty) as number
  switch (kind) {
    case 'lost':
      return [{ type: 'BatchQuantityChanged', ref, qty: 0, reason: 'lost' }]
    case 'damaged':
      return [{ type: 'StockDamaged', ref, qty: units, reason }]
    case 'delayed':
      return [{ type: 'BatchEtaChanged', ref, ...(eta !== null && { eta }) } as MessageInput]
    case 'arrived':
      return [{ type: 'BatchEtaChanged', ref, eta: null }]
    case 'received':
      return [{ type: 'BatchCreated', ref, sku, qty: units, eta }]
    case 'cancelled': {
      const chosen = lines.filter((each) => isOpen(each) && (line === ALL_LINES || keyOf(each) === line))
      return chosen.map(({ sku, line }) => ({ type: 'OrderLineCancelled', orderId, sku, line }))
    }
  }
}
