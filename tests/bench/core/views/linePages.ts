import type { ViewQuery } from '../../../../core/index.ts'
import { middleOf, type PageCase } from './pageCase.ts'

type Query = ViewQuery<'lines'>
type Sort = NonNullable<Query['sort']>
type Filter = Pick<Query, 'sku' | 'batchRef' | 'orderId' | 'state'>

const select = `lines.seq, lines.order_id AS orderId, lines.line, lines.sku, lines.qty, nullif(lines.due, '~') AS dueDate,
  -lines.rank AS priority, lines.customer,
  lines.state, lines.batch_ref AS batchRef, nullif(eta, '') AS eta, lines.state = 'allocated' AND eta > lines.due AS late`
const columns = { sku: 'sku', batchRef: 'batch_ref', orderId: 'order_id', state: 'state' } as const
const orders: { readonly [S in Sort]: readonly string[] } = {
  age: ['seq'],
  order: ['order_id', 'sku', 'line'],
  sku: ['sku', 'seq'],
  due: ['due', 'seq'],
}
const sorts = Object.keys(orders) as Sort[]

/** What a list of lines may be narrowed to: a SKU and a batch that have very many, and an order. */
export type Narrow = { readonly sku: string; readonly batchRef: string; readonly orderId: string }

export function linePages({ sku, batchRef, orderId }: Narrow): PageCase[] {
  const all = sorts.map((sort) => page({}, sort))
  const allocated = sorts.map((sort) => page({ state: 'allocated' }, sort))
  const newestFirst = page({}, 'age', true)
  return [
    ...[newestFirst, ...all, page({}, 'due', true), ...allocated].flatMap((first) => [first, middleOf(first)]),
    page({ state: 'allocated' }, 'age', true),
    ...sorts.map((sort) => page({ state: 'backordered' }, sort)),
    page({ state: 'backordered' }, 'age', true),
    page({ state: 'cancelled' }, 'due'),
    ...(['age', 'order', 'due'] as const).flatMap((sort) => [page({ sku }, sort), page({ batchRef }, sort)]),
    page({ sku }, 'age', true),
    page({ sku, state: 'backordered' }, 'due'),
    page({ sku, state: 'allocated' }, 'due'),
    page({ sku, state: 'allocated' }, 'age', true),
    page({ batchRef }, 'age', true),
    page({ batchRef, state: 'allocated' }, 'due'),
    page({ orderId }, 'age', true),
    page({ orderId }, 'due'),
  ]
}

export function page(filter: Filter, sort: Sort, descending = false): PageCase {
  const given = Object.entries(filter) as [keyof Filter, string][]
  const narrowed = given.map(([name, value]) => (name === 'state' ? ` ${value}` : ` of a ${name}`))
  return {
    name: `lines${narrowed.join('')} by ${sort}${descending ? ', last first' : ''}`,
    view: 'lines',
    params: { ...filter, sort, descending },
    plain: {
      select,
      from: 'lines',
      join: 'LEFT JOIN batches ON ref = lines.batch_ref',
      equal: Object.fromEntries(given.map(([name, value]) => [columns[name], value])),
      order: orders[sort],
      descending,
    },
  }
}
