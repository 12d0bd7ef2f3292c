import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ready } from '../support/app/app.ts'
import { type Reaction, startSmtpServer, type TestServer } from '../support/mail/smtpServer.ts'
import { batch, order } from '../support/scenario/messages.ts'
import { testOwnApp as base, expect } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { go, rowsOf } from './support/screens.ts'

const PASSWORD = 'correct horse'

const test = base.extend<{ reactions: Reaction[]; server: TestServer }>({
  reactions: [[], { option: true }],
  server: async ({ reactions }, use) => {
    const onAuth: Parameters<typeof startSmtpServer>[1] = {
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, answer) =>
        password === PASSWORD ? answer(null, { user: username }) : answer(new Error('Invalid username or password')),
    }
    const server = await startSmtpServer([...reactions], onAuth)
    await use(server)
    await server.close()
  },
})

const form = (window: Page) => window.getByRole('form', { name: 'Mail server' })
const field = (window: Page, name: string) => form(window).getByRole('textbox', { name })
const press = (window: Page, name: string) => form(window).getByRole('button', { name, exact: true }).click()
const mails = (window: Page) => window.getByRole('grid', { name: 'Mail' })
const runOut = (window: Page, sku: string) => given(window, batch(`of-${sku}`, 1, { sku }), order('o1', 5, { sku }))

async function save(window: Page): Promise<void> {
  await press(window, 'Save')
  await expect(form(window).getByRole('status')).toContainText('Saved.')
}

async function enter(window: Page, { port }: TestServer, password: string): Promise<void> {
  await form(window)
    .getByRole('button', { name: /Encryption$/ })
    .click()
  await window.getByRole('option', { name: 'None' }).click()
  const texts = { Server: '127.0.0.1', Port: `${port}`, User: 'kim', Password: password }
  const addresses = { 'From (address)': 'warehouse@example.com', 'To (address)': 'stock@example.com' }
  for (const [name, text] of Object.entries({ ...texts, ...addresses })) await field(window, name).fill(text)
}

test('without a mail server nothing is mailed, and the screen says so', async ({ window }) => {
  await go(window, 'Settings')
  await press(window, 'Save')
  await expect(field(window, 'Server')).toHaveAccessibleDescription(/Server: enter a value/)
  await expect(field(window, 'Server')).toBeFocused()
  await expect(field(window, 'To (address)')).toHaveAccessibleDescription(/enter an address such as/)
  await expectAccessible(window)
  await runOut(window, 'SHELF')
  await expect(window.getByRole('button', { name: 'Notices, 1 unread' })).toBeVisible()
  await go(window, 'Mail')
  await expect(window.getByRole('main')).toContainText('No mail is sent.')
  await window.getByRole('button', { name: 'Mail server' }).click()
  await expect(form(window)).toBeInViewport()
})

test('a mail server is tried out, saved, used, and kept for the next start', async ({
  window,
  server,
  launch,
  app,
  userData,
}) => {
  await go(window, 'Settings')
  await enter(window, server, 'wrong')

  await test.step('a server that does not answer is said to be so, without the words of the system', async () => {
    await field(window, 'Port').fill('1')
    await press(window, 'Send a test mail')
    await expect(form(window).getByRole('alert')).toHaveText(
      'The server could not be reached. Check its name and port.',
    )
    await field(window, 'Port').fill(`${server.port}`)
  })

  await test.step('a wrong password is named', async () => {
    await press(window, 'Send a test mail')
    await expect(form(window).getByRole('alert')).toContainText('refused the user or the password')
  })

  await test.step('a test mail arrives before anything is saved', async () => {
    await field(window, 'Password').fill(PASSWORD)
    await press(window, 'Send a test mail')
    await expect(form(window).getByRole('status')).toHaveText('The server took the test mail to stock@example.com.')
    expect(server.received.map(({ headers }) => headers['subject'])).toEqual(['Test mail of the warehouse'])
  })

  await test.step('what runs out of stock is mailed', async () => {
    await save(window)
    await expect(field(window, 'Password')).toHaveValue('')
    await runOut(window, 'SHELF')
    await go(window, 'Mail')
    await expect.poll(() => rowsOf(mails(window))).toEqual([['SHELF', expect.any(String), 'Sent', '1', '–']])
    expect(server.received.at(-1)?.headers['subject']).toBe('Out of stock: SHELF')
  })

  await test.step('the password is neither in the file nor known to the window', async () => {
    expect(await readFile(join(userData, 'mail.json'), 'utf8')).not.toContain(PASSWORD)
    const shown = await window.evaluate(() => globalThis.window.warehouse.mailSettings())
    expect(JSON.stringify(shown)).not.toContain(PASSWORD)
    expect(shown).toMatchObject({ ok: true, value: { hasPassword: true } })
  })

  await test.step('it is as it was after the next start', async () => {
    await app.close()
    const again = await ready(await (await launch()).firstWindow())
    const settings = await again.evaluate(() => globalThis.window.warehouse.mailSettings())
    if (!(settings.ok && settings.value.canKeepPassword)) {
      await go(again, 'Settings') // Playwright starts Electron without the system's keyring
      await field(again, 'Password').fill(PASSWORD)
      await save(again)
    }
    await runOut(again, 'TABLE')
    await go(again, 'Mail')
    await expect
      .poll(() => rowsOf(mails(again)).then((rows) => rows.map(([sku, , state]) => [sku, state])))
      .toEqual([
        ['TABLE', 'Sent'],
        ['SHELF', 'Sent'],
      ])
    await go(again, 'Settings')
    await expect(field(again, 'Server')).toHaveValue('127.0.0.1')
  })
})

test('settings that cannot be read are said to be so, and are entered again', async ({ launch, server, userData }) => {
  const file = join(userData, 'mail.json')
  await writeFile(file, '{"smtp":{"host":"mail.exa')
  const window = await ready(await (await launch()).firstWindow())
  await go(window, 'Settings')
  const said = form(window).getByRole('alert')
  await expect(said).toContainText('The settings that were saved cannot be read, so no mail is sent.')
  expect(await readFile(file, 'utf8')).toBe('{"smtp":{"host":"mail.exa')
  await enter(window, server, PASSWORD)
  await save(window)
  await expect(said).toHaveCount(0)
  await runOut(window, 'SHELF')
  await go(window, 'Mail')
  await expect.poll(() => rowsOf(mails(window)).then((rows) => rows[0]?.[2])).toBe('Sent')
})

test.describe('what the server refuses', () => {
  test.use({ reactions: [550, 550] })

  test('is seen, and tried again by the person', async ({ window, server }) => {
    await go(window, 'Settings')
    await enter(window, server, PASSWORD)
    await save(window)
    await runOut(window, 'SHELF')
    await runOut(window, 'TABLE')
    await expect(window.getByRole('button', { name: 'Mail, 2 not sent' })).toBeVisible()
    await window.getByRole('button', { name: 'Mail, 2 not sent' }).click()

    await mails(window).getByRole('row').filter({ hasText: 'SHELF' }).click()
    const detail = window.getByRole('region', { name: 'Mail about SHELF' })
    await expect(detail).toContainText('What the server said: 550 as it was told')
    await detail.getByRole('button', { name: 'Try again now' }).click()
    await expect(detail).toContainText('Sent')

    await window.getByRole('button', { name: 'Try all again that were not sent' }).click()
    await expect(window.getByRole('button', { name: 'Mail', exact: true })).toBeVisible()
    await expect.poll(() => server.received.length).toBe(4)
    const [shelf, table, ...again] = server.received
    expect(again).toEqual([shelf, table])
  })
})

test('mail that is turned off stays off, and what waited is given up', async ({ window, server }) => {
  await go(window, 'Settings')
  await enter(window, server, PASSWORD)
  await save(window)
  await server.close()
  await runOut(window, 'SHELF')
  await go(window, 'Mail')
  await expect.poll(() => rowsOf(mails(window)).then((rows) => rows[0]?.[2])).toBe('Waits')
  await go(window, 'Settings')
  await press(window, 'Turn mail off')
  await expect(form(window)).toContainText('Mail is off')
  await runOut(window, 'TABLE')
  await window.getByRole('button', { name: 'Mail, 1 not sent' }).click()
  await expect
    .poll(() => rowsOf(mails(window)).then((rows) => rows.map(([sku, , state]) => [sku, state])))
    .toEqual([['SHELF', 'Not sent']])
})
