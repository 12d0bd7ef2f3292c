import type { MailRow, Page, ViewParams } from '../../../ports/views.ts'
import { instantOf } from '../rows.ts'
import { equals, type List, type Prepare, readPage } from './page.ts'

type StoredMail = Omit<MailRow, 'at'> & { at: number }

const mails: List<StoredMail> = {
  columns: `outbox.seq, outbox.sku, at, by, state, attempts, next_attempt AS nextAttempt, failure, detail`,
  from: 'outbox JOIN history ON history.seq = message',
  keys: { 'outbox.seq': (row) => row.seq },
  descending: true,
}

export function readOutbox(prepare: Prepare, params: ViewParams<'outbox'>): Page<MailRow> {
  const filters = [equals('outbox.seq', 'seq', params.seq), equals('state', 'state', params.state)]
  const { rows, next } = readPage(prepare, mails, filters, params)
  return { rows: rows.map((row) => ({ ...row, at: instantOf(row.at) })), next }
}
