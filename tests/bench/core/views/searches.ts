import type { ViewQuery } from '../../../../core/index.ts'
import { type Narrow, page } from './linePages.ts'
import { middleOf, type PageCase } from './pageCase.ts'

type Term = { readonly what: string; readonly text: string }

/** Lists of lines that are searched: for what few have, whom an index helps; and for what many have, whom it hinders. */
export function searches({ orderId, sku }: Narrow): PageCase[] {
  const order: Term = { what: 'an order', text: orderId }
  const nothing: Term = { what: 'nothing', text: 'QQQQ' }
  // Any three letters of it are in many lines of other chairs.
  const knownTrigrams: Term = { what: 'nothing, but of known trigrams', text: 'RED-CHAIR-0010' }
  const some: Term = { what: 'a sku', text: 'TABLE-0014' }
  const tenth: Term = { what: 'what a tenth has', text: 'CHAIR' }
  const all: Term = { what: 'what all have', text: 'SO-0' }
  const twoOfAll: Term = { what: 'two letters that all have', text: 'SO' }
  const twoOfNone: Term = { what: 'nothing', text: 'QQ' }
  return [
    ...few([newest, byOrder], [order, nothing, knownTrigrams]),
    ...few([byDue], [order]),
    ...searching('search among few lines', [waiting, page({ sku }, 'age', true)], [order, nothing]),
    ...many([newest, middleOf(newest), byDue, waiting], [some, tenth, all]),
    ...searching('search for two letters', [newest], [twoOfAll, twoOfNone]),
  ]
}

const newest = page({}, 'age', true) // as the screen begins
const byDue = page({}, 'due')
const byOrder = page({}, 'order')
const waiting = page({ state: 'backordered' }, 'age', true)

const few = (lists: PageCase[], terms: Term[]) => searching('search, few hits', lists, terms)
const many = (lists: PageCase[], terms: Term[]) => searching('search, many hits', lists, terms)

const searching = (kind: string, lists: readonly PageCase[], terms: readonly Term[]): PageCase[] =>
  terms.flatMap(({ what, text }) =>
    lists.map((list) => ({
      ...list,
      name: `${kind}: ${what}, ${list.name}`,
      view: 'lines',
      params: { ...(list.params as ViewQuery<'lines'>), search: text },
      plain: { ...list.plain, contains: { text, columns: ['order_id', 'sku'] } },
    })),
  )
