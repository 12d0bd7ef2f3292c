import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Encryption, MailSettingsFile } from '../../../electron/mailSettings.ts'
import { temporaryFile } from '../../support/files/temporaryFolder.ts'
import { refusal } from '../../support/scenario/seen.ts'

const smtp = {
  ...{ host: 'mail.example.com', port: 587, security: 'starttls', user: 'kim' },
  ...{ from: 'warehouse@example.com', to: 'stock@example.com', language: 'en' },
} as const
const PASSWORD = 'correct horse'

/** Turns every bit: unreadable enough for a test. */
const turned = (data: Buffer) => Buffer.from(data.map((byte) => byte ^ 0xff))
const encryption: Encryption = {
  isAvailable: async () => true,
  encrypt: async (text) => turned(Buffer.from(text)),
  decrypt: async (data) => turned(data).toString(),
}
const noEncryption: Encryption = { ...encryption, isAvailable: async () => false, encrypt: () => expect.unreachable() }

async function opened(file: string, by = encryption): Promise<MailSettingsFile> {
  const settings = new MailSettingsFile(file, by)
  await settings.load()
  return settings
}

/** What mails are sent with; null: no mail is configured. */
const current = async ({ smtp, password }: MailSettingsFile) => smtp && { ...smtp, password: await password }

async function saved(file: string, by = encryption): Promise<MailSettingsFile> {
  const settings = await opened(file, by)
  await settings.save(await settings.complete(smtp, PASSWORD))
  return settings
}

const nothing = { smtp: null, isUnreadable: false, hasPassword: false, canKeepPassword: true }

test('at first no mail is configured', async () => {
  const settings = await opened(temporaryFile('mail.json'))
  expect([await current(settings), await settings.show()]).toEqual([null, nothing])
})

test('settings are kept, the password so that only the system can read it, and nobody else may read the file', async () => {
  const file = temporaryFile('mail.json')
  await saved(file)
  const text = readFileSync(file, 'utf8')
  expect([text.includes(PASSWORD), text.includes(Buffer.from(PASSWORD).toString('base64'))]).toEqual([false, false])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(await current(await opened(file))).toEqual({ ...smtp, password: PASSWORD })
})

test('what may be shown has no password', async () => {
  const shown = await (await saved(temporaryFile('mail.json'))).show()
  expect([shown, JSON.stringify(shown).includes(PASSWORD)]).toEqual([{ ...nothing, smtp, hasPassword: true }, false])
})

test('where the system cannot encrypt, the password is known until the app is closed, and never written', async () => {
  const file = temporaryFile('mail.json')
  const settings = await saved(file, noEncryption)
  const again = await opened(file, noEncryption)
  expect([await settings.password, await current(again), (await again.show()).canKeepPassword]).toEqual([
    PASSWORD,
    { ...smtp, password: null },
    false,
  ])
})

test('a password that cannot be decrypted any more must be entered again', async () => {
  const file = temporaryFile('mail.json')
  await saved(file)
  const other = await opened(file, {
    ...encryption,
    decrypt: () => Promise.reject(new Error('the keyring is another one')),
  })
  expect([await other.password, (await other.show()).hasPassword]).toEqual([null, false])
})

test('a password is kept for the server and the user that it was entered for, and told to no other', async () => {
  const settings = await saved(temporaryFile('mail.json'))
  const missing = { code: 'InvalidMessage', details: { problems: [{ field: 'password', problem: 'missing' }] } }
  const complete = async (change: object) => settings.complete({ ...smtp, ...change }, null)
  expect(await complete({ to: 'lee@example.com' })).toMatchObject({ password: PASSWORD })
  for (const change of [{ host: 'evil.example.com' }, { port: 25 }, { security: 'none' }, { user: 'lee' }])
    expect(await refusal(complete(change))).toEqual(missing)
  expect(await complete({ host: 'other.example.com', user: null })).toMatchObject({ password: null })
})

test('what is wrong is named, field by field', async () => {
  const settings = await opened(temporaryFile('mail.json'))
  const wrong = { ...smtp, host: '', port: 99_999, from: 'nobody', extra: 1 }
  const problems = await refusal(settings.complete(wrong, null))
  expect(problems?.details).toEqual({
    problems: [
      { field: 'host', problem: 'empty' },
      { field: 'port', problem: 'tooLarge', limit: 65_535 },
      { field: 'from', problem: 'notAddress' },
      { field: 'extra', problem: 'unknown' },
    ],
  })
})

test('settings that cannot be read are said to be so, and stay in their file until others are saved', async () => {
  const file = temporaryFile('mail.json')
  await saved(file)
  const whole = readFileSync(file, 'utf8')
  for (const damaged of ['', whole.slice(0, 40), '{}', whole.replace('587', '99999')]) {
    writeFileSync(file, damaged)
    const settings = new MailSettingsFile(file, encryption)
    await expect(settings.load()).rejects.toThrow()
    expect([await current(settings), await settings.show()]).toEqual([null, { ...nothing, isUnreadable: true }])
    expect(readFileSync(file, 'utf8')).toBe(damaged)
    await settings.save(await settings.complete(smtp, PASSWORD))
    expect([(await settings.show()).isUnreadable, await current(await opened(file))]).toEqual([
      false,
      { ...smtp, password: PASSWORD },
    ])
  }
})

test('when mail is turned off, nothing is kept', async () => {
  const file = temporaryFile('mail.json')
  const settings = await saved(file)
  await settings.save(null)
  expect([await current(settings), (await settings.show()).hasPassword, existsSync(file)]).toEqual([null, false, false])
})

test('a mail server is a name or an address, without a port', async () => {
  const settings = await opened(temporaryFile('mail.json'))
  const isTaken = async (host: string) => (await refusal(settings.complete({ ...smtp, host }, PASSWORD))) === null
  const hosts = ['mail', 'mail.example.com', 'mail_server', '메일.한국', '127.0.0.1', '::1']
  const others = [
    '..',
    'a..b',
    '127.0.0.1:25',
    'mail:25',
    '1.2.3.400',
    '-a',
    'a b',
    'ma/il',
    'ma%2eil',
    'https://mail',
    'kim@mail',
  ]
  const taken = await Promise.all([...hosts, ...others].map(isTaken))
  expect([...hosts, ...others].filter((_host, index) => taken[index])).toEqual(hosts)
})

test('the start does not wait for a keyring that asks the person', async () => {
  const file = temporaryFile('mail.json')
  await saved(file)
  const unlocked = Promise.withResolvers<boolean>()
  const settings = await opened(file, { ...encryption, isAvailable: () => unlocked.promise })
  expect(settings.smtp).toEqual(smtp)
  unlocked.resolve(true)
  expect(await settings.password).toBe(PASSWORD)
})
