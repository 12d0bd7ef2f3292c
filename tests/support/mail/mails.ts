import { onTestFinished } from 'vitest'
import { type MailRow, openWarehouse, type SmtpSettings, smtpTransport, type Warehouse } from '../../../core/index.ts'
import { mailWriter } from '../../../electron/mailTexts.ts'
import { NOW } from '../scenario/given.ts'
import { batch, order } from '../scenario/messages.ts'
import { type Reaction, startSmtpServer, type TestServer } from './smtpServer.ts'

/** A server that lives as long as the test. */
export async function givenServer(
  reactions?: Reaction[],
  options?: Parameters<typeof startSmtpServer>[1],
): Promise<TestServer> {
  const server = await startSmtpServer(reactions, options)
  onTestFinished(() => server.close())
  return server
}

export const settingsFor = (port: number): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  user: null,
  from: 'warehouse@example.com',
  to: 'stock@example.com',
  language: 'en',
})

/** As impatient as a test may be. */
export const transportTo = (port: number, more: Partial<SmtpSettings & { password: string }> = {}) =>
  smtpTransport(
    { ...settingsFor(port), password: null, write: mailWriter('en'), ...more },
    { silence: 500, mail: 2_000 },
  )

export type Clock = { now: Date; readonly after: (minutes: number) => void }

/** A warehouse with a clock that the test moves. It closes when the test ends. */
export async function givenClock(database = ':memory:'): Promise<{ warehouse: Warehouse; clock: Clock }> {
  const clock: Clock = {
    now: NOW,
    after: (minutes) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000)
    },
  }
  const warehouse = await openWarehouse({ database, now: () => clock.now })
  onTestFinished(() => warehouse.close().catch(() => {}))
  return { warehouse, clock }
}

/** An order that finds no stock, of a SKU of its own. */
export async function runOut(warehouse: Warehouse, sku = 'SMALL-TABLE'): Promise<void> {
  await warehouse.handle(batch(`of-${sku}`, 1, { sku }))
  await warehouse.handle(order('o1', 5, { sku }), { by: 'Kim' })
}

export async function mails(warehouse: Warehouse): Promise<readonly MailRow[]> {
  return (await warehouse.view('outbox', {})).rows
}

/** As `SKU state attempts failure`, oldest first. */
export const standing = async (warehouse: Warehouse): Promise<string[]> =>
  (await mails(warehouse))
    .map(({ sku, state, attempts, failure }) => [sku, state, attempts, failure ?? ''].join(' ').trim())
    .reverse()
