import { expect, test } from 'vitest'
import { SqliteStore } from '../../core/adapters/sqlite/store.ts'
import type { MailTransport } from '../../core/index.ts'
import { mailWriter } from '../../electron/mailTexts.ts'
import { givenClock, mails, runOut, standing } from '../support/mail/mails.ts'
import { MemoryStore } from '../support/memory/memoryUnitOfWork.ts'
import { outboxContract } from './outbox.contract.ts'

outboxContract('memory', () => new MemoryStore())
outboxContract('SQLite', () => new SqliteStore(':memory:'))

const never: MailTransport = { write: mailWriter('en'), send: () => new Promise<never>(() => {}) }

test('mails are seen newest first, page by page, by their state', async () => {
  const { warehouse } = await givenClock()
  warehouse.mail.start(never)
  for (const sku of ['A', 'B', 'C']) await runOut(warehouse, sku)
  const page = await warehouse.view('outbox', { state: 'waiting', limit: 2 })
  const rest = await warehouse.view('outbox', { state: 'waiting', limit: 2, after: page.next! })
  expect([
    page.rows.map(({ sku }) => sku),
    rest.rows,
    (await warehouse.view('outbox', { state: 'dead' })).rows,
  ]).toEqual([
    ['C', 'B'],
    [
      {
        ...{ seq: 1, sku: 'A', report: null, at: '2030-01-01T09:00:00.000Z', by: 'Kim', state: 'waiting', attempts: 0 },
        ...{ nextAttempt: '2030-01-01T09:00:00.000Z', failure: null, detail: null },
      },
    ],
    [],
  ])
  void warehouse.mail.close()
})

test('that a person had a mail tried again stands in the history', async () => {
  const { warehouse } = await givenClock()
  warehouse.mail.start(never)
  await runOut(warehouse)
  await warehouse.mail.change(null)
  const [mail] = await mails(warehouse)
  await warehouse.handle({ type: 'MailRetried', mail: mail!.seq }, { by: 'Lee' })
  const [newest] = (await warehouse.view('history', { limit: 1 })).rows
  expect([newest?.event, newest?.by, await standing(warehouse)]).toEqual([
    { type: 'MailRetried', mail: 1 },
    'Lee',
    ['SMALL-TABLE waiting 0 turnedOff'],
  ])
})
