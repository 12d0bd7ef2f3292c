import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { smtpTransport } from '../../core/index.ts'
import { mailWriter } from '../../electron/mailTexts.ts'
import { temporaryFolder } from '../support/files/temporaryFolder.ts'
import { givenClock, givenServer, mails, runOut, settingsFor, standing, transportTo } from '../support/mail/mails.ts'
import { startSmtpServer } from '../support/mail/smtpServer.ts'

test('who is configured learns of a SKU that is out of stock, by one mail', async () => {
  const server = await givenServer()
  const { warehouse } = await givenClock()
  warehouse.mail.start(transportTo(server.port))
  await runOut(warehouse)
  await warehouse.mail.sendDue()
  const [mail] = server.received
  expect([server.received.length, mail?.from, mail?.to, mail?.headers, mail?.text.split('\n')[0]]).toEqual([
    1,
    'warehouse@example.com',
    ['stock@example.com'],
    expect.objectContaining({
      subject: 'Out of stock: SMALL-TABLE',
      'message-id': expect.stringMatching(/^<[0-9a-f]{32}@warehouse\.invalid>$/),
      'auto-submitted': 'auto-generated',
      date: 'Tue, 01 Jan 2030 09:00:00 +0000',
    }),
    expect.stringContaining('SMALL-TABLE is out of stock.'),
  ])
  expect(await standing(warehouse)).toEqual(['SMALL-TABLE sent 1'])
})

test('a report is sent with its files, and one that is gone is said to be', async () => {
  const server = await givenServer()
  const { warehouse } = await givenClock()
  warehouse.mail.start(transportTo(server.port))
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'day.csv'), 'Part,Order\r\n')
  const report = { type: 'ReportMade', day: '2030-01-01', folder, mail: true } as const
  await warehouse.handle({ ...report, files: ['day.csv'] }, { id: 'daily-report:2030-01-01' })
  await warehouse.handle({ ...report, files: ['day.csv'] }, { id: 'daily-report:2030-01-01' }) // sent again, it does nothing
  await warehouse.handle({ ...report, files: ['gone.csv'] })
  await warehouse.mail.sendDue()
  expect(server.received.map(({ headers }) => headers['subject'])).toEqual(['Warehouse report of 2030-01-01'])
  expect(server.received[0]?.text).toContain('filename=day.csv')
  expect(server.received[0]?.text).toContain(Buffer.from('Part,Order\r\n').toString('base64'))
  const { rows } = await warehouse.view('outbox', {})
  expect(rows.map(({ sku, report, state, detail }) => [sku, report, state, detail?.slice(0, 6) ?? null])).toEqual([
    [null, '2030-01-01', 'dead', 'ENOENT'],
    [null, '2030-01-01', 'sent', null],
  ])
  expect(await warehouse.check()).toEqual([])
})

test('a SKU that looks like an encoded word is read in the subject as it is', async () => {
  const server = await givenServer()
  const { warehouse } = await givenClock()
  warehouse.mail.start(transportTo(server.port))
  await runOut(warehouse, '=?utf-8?Q?x?=')
  await warehouse.mail.sendDue()
  expect(server.received[0]?.headers['subject']).toBe('Out of stock: =?utf-8?Q?x?=')
})

test('mails are sent by themselves, one at a time, soon after the commit', async () => {
  const server = await givenServer()
  const { warehouse } = await givenClock()
  warehouse.mail.start(transportTo(server.port))
  for (const sku of ['A', 'B', 'C']) await runOut(warehouse, sku)
  await expect.poll(() => standing(warehouse)).toEqual(['A sent 1', 'B sent 1', 'C sent 1'])
  expect(server.received.map(({ headers }) => headers['subject']?.at(-1))).toEqual(['A', 'B', 'C'])
})

describe('a mail waits, and is sent with the same Message-ID, when the server', () => {
  test('is down', async () => {
    const down = await startSmtpServer()
    await down.close()
    const { warehouse, clock } = await givenClock()
    warehouse.mail.start(transportTo(down.port))
    await runOut(warehouse)
    await warehouse.mail.sendDue()
    expect(await standing(warehouse)).toEqual(['SMALL-TABLE waiting 1 unreachable'])
    const up = await givenServer([], { port: down.port })
    await warehouse.mail.sendDue() // not due yet
    clock.after(1)
    await warehouse.mail.sendDue()
    expect([up.received.length, await standing(warehouse)]).toEqual([1, ['SMALL-TABLE sent 2']])
  })

  test.for([
    ['does not answer in time', 'says nothing', 'timeout'],
    ['refuses it for now', 450, 'refused'],
    ['dies after it has taken it', 'dies', 'unreachable'],
  ] as const)('%s', async ([, reaction, failure]) => {
    const server = await givenServer([reaction])
    const { warehouse, clock } = await givenClock()
    warehouse.mail.start(transportTo(server.port))
    await runOut(warehouse)
    await warehouse.mail.sendDue()
    const [{ nextAttempt } = {}] = await mails(warehouse)
    expect([nextAttempt, await standing(warehouse)]).toEqual([
      '2030-01-01T09:01:00.000Z',
      [`SMALL-TABLE waiting 1 ${failure}`],
    ])
    clock.after(1)
    await warehouse.mail.sendDue()
    const [first, second] = server.received
    expect([server.received.length, second, await standing(warehouse)]).toEqual([2, first, ['SMALL-TABLE sent 2']])
  })
})

test('what the server refuses for good is dead at once, until a person has it tried again', async () => {
  const server = await givenServer([550])
  const { warehouse } = await givenClock()
  warehouse.mail.start(transportTo(server.port))
  await runOut(warehouse)
  await warehouse.mail.sendDue()
  const [dead] = await mails(warehouse)
  expect(dead).toMatchObject({ state: 'dead', nextAttempt: null, failure: 'refused', detail: '550 as it was told' })
  await warehouse.handle({ type: 'MailRetried', mail: dead!.seq })
  await expect.poll(() => standing(warehouse)).toEqual(['SMALL-TABLE sent 1'])
  expect(server.received[1]).toEqual(server.received[0])
})

test('a mail that fails for good keeps none of the others waiting; one that must wait lets the server rest', async () => {
  const server = await givenServer([550, 250, 450])
  const { warehouse, clock } = await givenClock()
  for (const sku of ['A', 'B', 'C', 'D']) await runOut(warehouse, sku)
  expect(await standing(warehouse)).toEqual([])
  warehouse.mail.start(transportTo(server.port))
  for (const orderId of ['A', 'B', 'C', 'D']) await runOutAgain(warehouse, orderId)
  await warehouse.mail.sendDue()
  const first = await standing(warehouse)
  clock.after(1)
  await warehouse.mail.sendDue()
  expect([first, await standing(warehouse)]).toEqual([
    ['A dead 1 refused', 'B sent 1', 'C waiting 1 refused', 'D waiting 0'],
    ['A dead 1 refused', 'B sent 1', 'C sent 2', 'D sent 1'],
  ])
})

test('a mail that fails again and again waits longer each time, and is dead in the end', async () => {
  const server = await givenServer(Array.from({ length: 10 }, () => 450))
  const { warehouse, clock } = await givenClock()
  warehouse.mail.start(transportTo(server.port))
  await runOut(warehouse)
  const minutes: number[] = []
  for (;;) {
    await warehouse.mail.sendDue()
    const [{ nextAttempt = null } = {}] = await mails(warehouse)
    if (nextAttempt === null) break
    minutes.push((Date.parse(nextAttempt) - clock.now.getTime()) / 60_000)
    clock.now = new Date(nextAttempt)
  }
  expect([minutes, await standing(warehouse)]).toEqual([
    [1, 5, 15, 60, 240, 720, 1440, 1440, 1440],
    ['SMALL-TABLE dead 10 refused'],
  ])
})

describe('a server that refuses us, and not the mail, is tried again:', () => {
  test('the password is wrong', async () => {
    const onAuth = (_auth: unknown, _session: unknown, answer: (error: Error) => void) => answer(new Error('wrong'))
    const server = await givenServer([], { onAuth, allowInsecureAuth: true })
    const { warehouse } = await givenClock()
    warehouse.mail.start(transportTo(server.port, { user: 'kim', password: 'wrong' }))
    await runOut(warehouse)
    await warehouse.mail.sendDue()
    expect(await standing(warehouse)).toEqual(['SMALL-TABLE waiting 1 login'])
  })

  test.for([
    ['its certificate is not to be trusted', {}],
    ['it does not offer the TLS that was asked for', { hideSTARTTLS: true }],
  ] as const)('%s, and nothing is told to it', async ([, options]) => {
    const server = await givenServer([], { onAuth: () => expect.unreachable(), ...options })
    const { warehouse } = await givenClock()
    warehouse.mail.start(transportTo(server.port, { security: 'starttls', user: 'kim', password: 'secret' }))
    await runOut(warehouse)
    await warehouse.mail.sendDue()
    expect([await standing(warehouse), server.received]).toEqual([['SMALL-TABLE waiting 1 encryption'], []])
  })
})

describe('when the settings change,', () => {
  test('mails that wait are tried at once, the new way', async () => {
    const [refusing, server] = [await givenServer([450]), await givenServer()]
    const { warehouse } = await givenClock()
    warehouse.mail.start(transportTo(refusing.port))
    await runOut(warehouse)
    await warehouse.mail.sendDue()
    await warehouse.mail.change(transportTo(server.port, { to: 'kim@example.com' }))
    await expect.poll(() => standing(warehouse)).toEqual(['SMALL-TABLE sent 2'])
    expect(server.received.map(({ to }) => to)).toEqual([['kim@example.com']])
  })

  test('to none, mails that wait are given up, and turning mail on again sends no old ones', async () => {
    const server = await givenServer([450])
    const { warehouse } = await givenClock()
    warehouse.mail.start(transportTo(server.port))
    await runOut(warehouse, 'A')
    await warehouse.mail.sendDue()
    await warehouse.mail.change(null)
    await runOut(warehouse, 'B')
    await warehouse.mail.change(transportTo(server.port))
    await warehouse.mail.sendDue()
    expect([await standing(warehouse), server.received.length]).toEqual([['A dead 1 turnedOff'], 1])
  })
})

test('closing does not wait for a server that says nothing: the mail waits still', async () => {
  const server = await givenServer(['says nothing'])
  const { warehouse } = await givenClock()
  warehouse.mail.start(smtpTransport({ ...settingsFor(server.port), password: null, write: mailWriter('en') }))
  await runOut(warehouse)
  void warehouse.mail.sendDue()
  await expect.poll(() => server.received.length).toBe(1)
  const begun = performance.now()
  await warehouse.close()
  expect(performance.now() - begun).toBeLessThan(1_000)
})

async function runOutAgain(warehouse: Parameters<typeof runOut>[0], sku: string): Promise<void> {
  await warehouse.handle({ type: 'AllocationRequired', orderId: 'o2', sku, qty: 5 })
}
