import { decodeEvent } from '../../../../core/adapters/sqlite/history/storedEvent.ts'
import type { PlainPage } from './boundViews.ts'
import type { Narrow } from './linePages.ts'
import { middleOf, type PageCase } from './pageCase.ts'

const notices: PlainPage = {
  select: `notices.seq, kind, notices.order_id AS orderId, line, notices.sku, qty, from_ref, to_ref, reason,
    at, by, notices.seq > (SELECT ifnull(max(up_to), 0) FROM notices_read WHERE person = '') AS unread`,
  from: 'notices',
  join: 'JOIN history ON history.seq = message',
  order: ['seq'],
  descending: true,
}
const groups: PlainPage = {
  select: `origin, newest, reallocated, backordered, filled, late, not_restored, out_of_stock, event, at, by,
    newest > (SELECT ifnull(max(up_to), 0) FROM notices_read WHERE person = '') AS unread`,
  from: 'notice_groups',
  join: 'JOIN history ON history.seq = origin',
  order: ['newest'],
  descending: true,
  finish: (row) => ({ ...row, event: decodeEvent(row['event'] as string) }),
}
const history: PlainPage = {
  select: `history.seq, message.seq AS cause, message.at, message.by, history.event,
    EXISTS (SELECT 1 FROM history AS undoing WHERE undoing.undoes = history.seq) AS undone`,
  from: 'history',
  join: 'JOIN history AS message ON message.seq = ifnull(history.cause, history.seq)',
  order: ['seq'],
  descending: true,
  finish: (row) => ({ ...row, event: decodeEvent(row['event'] as string) }),
}

export function recordPages({ sku, batchRef, orderId }: Narrow, shortSku: string): PageCase[] {
  const notice = (name: string, params: object, equal: PlainPage['equal'] = {}): PageCase => ({
    ...{ name: `notices${name}`, view: 'notices', params, plain: { ...notices, equal } },
  })
  const entry = (name: string, params: object, equal: PlainPage['equal'] = {}): PageCase => ({
    ...{ name: `history${name}`, view: 'history', params, plain: { ...history, equal } },
  })
  const group = (name: string, params: object): PageCase => ({
    ...{ name: `notice groups${name}`, view: 'noticeGroups', params, plain: groups },
  })
  return [
    group('', {}),
    middleOf(group('', {})),
    group(' unread', { unread: true }), // all are
    notice('', {}),
    middleOf(notice('', {})),
    notice(' unread', { unread: true }), // all are
    notice(' of a kind', { kind: 'outOfStock' }, { kind: 'outOfStock' }),
    notice(' of a kind that there is none of', { kind: 'filled' }, { kind: 'filled' }),
    notice(' of a sku', { sku: shortSku }, { sku: shortSku }),
    notice(' of a sku and kind', { sku: shortSku, kind: 'filled' }, { sku: shortSku, kind: 'filled' }),
    entry('', {}),
    middleOf(entry('', {})),
    entry(' of messages', { messages: true }, { cause: null }),
    entry(' of a sku', { sku }, { sku }),
    middleOf(entry(' of a sku', { sku }, { sku })),
    entry(' of a batch', { batchRef }, { batch_ref: batchRef }),
    entry(' of a sku and batch', { sku, batchRef }, { sku, batch_ref: batchRef }),
    entry(' of an order', { orderId }, { order_id: orderId }),
    entry(' of messages of a batch', { batchRef, messages: true }, { batch_ref: batchRef, cause: null }),
  ]
}
