import type { MailRow, Page, ViewParams } from '../../../ports/views.ts'
import { equals, type List, type Prepare, readPage } from './page.ts'

const mails: List<MailRow> = {
  columns: `outbox.seq, outbox.sku, at, by, state, attempts, next_attempt AS nextAttempt, failure, detail`,
  from: 'outbox JOIN history ON history.seq = message',
  keys: { 'outbox.seq': (row) => row.seq },
  descending: true,
}

export const readOutbox = (prepare: Prepare, params: ViewParams<'outbox'>): Page<MailRow> =>
  readPage(prepare, mails, [equals('outbox.seq', 'seq', params.seq), equals('state', 'state', params.state)], params)
