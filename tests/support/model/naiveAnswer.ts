import type { Notice } from '../../../core/index.ts'
import { type Line, stateOf } from './naiveStock.ts'

/** `stays`: the lines of a dispatched order that did not leave, each with its batch. */
export type Answer = { results: (string | null)[]; notices: Notice[]; stays: object[] }

export class Refused extends Error {
  readonly refusal: { code: string; details: object }
  constructor(code: string, details: object) {
    super(code)
    this.refusal = { code, details }
  }
}

type Came = { places?: (string | null)[]; offered?: boolean; notices?: Notice[] }

/** One result for the message, for each place that was looked for, for an offer, and for each that is told or mailed. */
export function answer({ places = [], offered = false, notices = [] }: Came = {}): Answer {
  const told = notices.flatMap(({ kind }) => (kind === 'outOfStock' ? [null, null] : [null]))
  return { results: [null, ...places, ...(offered ? [null] : []), ...told], notices, stays: [] }
}
export const offered = (notices: Notice[]) => ({ offered: true, notices })
export const further = (after: Answer): Answer => ({ ...after, results: [null, ...after.results] })

export function conflict(known: Line): Refused {
  const { orderId, line, sku, qty, dueDate } = known
  return new Refused('LineConflict', { orderId, line, sku, qty, dueDate, state: stateOf(known) })
}

export function notice(
  kind: Notice['kind'],
  { orderId, line, sku, qty, batch }: Line,
  from: string | null,
  reason: string | null,
): Notice {
  return { kind, orderId, line, sku, qty, from, to: batch, reason }
}
export const outOfStock = (sku: string): Notice => ({
  ...{ kind: 'outOfStock', orderId: null, line: null, sku },
  ...{ qty: null, from: null, to: null, reason: null },
})
