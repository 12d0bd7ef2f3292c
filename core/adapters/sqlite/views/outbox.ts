import type { MailRow, Page, ViewParams } from '../../../ports/views.ts'
import { decodeMessage } from '../history/storedEvent.ts'
import { instantOf } from '../rows.ts'
import { equals, type List, type Prepare, readPage } from './page.ts'

type StoredMail = Omit<MailRow, 'at' | 'report'> & { at: number; event: string | null }

const mails: List<StoredMail> = {
  columns: `outbox.seq, outbox.sku, at, by, state, attempts, next_attempt AS nextAttempt, failure, detail,
    iif(outbox.sku IS NULL, event, NULL) AS event`,
  from: 'outbox JOIN history ON history.seq = message',
  keys: { 'outbox.seq': (row) => row.seq },
  descending: true,
}

function toRow({ event, at, ...row }: StoredMail): MailRow {
  const message = event === null ? null : decodeMessage(event)
  return { ...row, at: instantOf(at), report: message?.type === 'ReportMade' ? message.day : null }
}

export function readOutbox(prepare: Prepare, params: ViewParams<'outbox'>): Page<MailRow> {
  const filters = [equals('outbox.seq', 'seq', params.seq), equals('state', 'state', params.state)]
  const { rows, next } = readPage(prepare, mails, filters, params)
  return { rows: rows.map(toRow), next }
}
