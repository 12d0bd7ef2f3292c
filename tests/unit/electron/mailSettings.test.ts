import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Encryption, MailSettingsFile } from '../../../electron/mailSettings.ts'
import { refusal } from '../../support/seen.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'

const smtp = {
  ...{ host: 'mail.example.com', port: 587, security: 'starttls', user: 'kim' },
  ...{ from: 'warehouse@example.com', to: 'stock@example.com', language: 'en' },
} as const
const PASSWORD = 'correct horse'

/** Turns every bit: unreadable enough for a test. */
const turned = (data: Buffer) => Buffer.from(data.map((byte) => byte ^ 0xff))
const encryption: Encryption = {
  isAvailable: () => true,
  encrypt: (text) => turned(Buffer.from(text)),
  decrypt: (data) => turned(data).toString(),
}
const noEncryption: Encryption = { ...encryption, isAvailable: () => false, encrypt: () => expect.unreachable() }

async function opened(file: string, by = encryption): Promise<MailSettingsFile> {
  const settings = new MailSettingsFile(file, by)
  await settings.load()
  return settings
}

async function saved(file: string, by = encryption): Promise<MailSettingsFile> {
  const settings = await opened(file, by)
  await settings.save(settings.complete(smtp, PASSWORD))
  return settings
}

const nothing = { smtp: null, isUnreadable: false, hasPassword: false, canKeepPassword: true }

test('at first no mail is configured', async () => {
  const settings = await opened(temporaryFile('mail.json'))
  expect([settings.current, settings.shown]).toEqual([null, nothing])
})

test('settings are kept, the password so that only the system can read it, and nobody else may read the file', async () => {
  const file = temporaryFile('mail.json')
  await saved(file)
  const text = readFileSync(file, 'utf8')
  expect([text.includes(PASSWORD), text.includes(Buffer.from(PASSWORD).toString('base64'))]).toEqual([false, false])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  expect((await opened(file)).current).toEqual({ ...smtp, password: PASSWORD })
})

test('what may be shown has no password', async () => {
  const { shown } = await saved(temporaryFile('mail.json'))
  expect([shown, JSON.stringify(shown).includes(PASSWORD)]).toEqual([{ ...nothing, smtp, hasPassword: true }, false])
})

test('where the system cannot encrypt, the password is known until the app is closed, and never written', async () => {
  const file = temporaryFile('mail.json')
  const settings = await saved(file, noEncryption)
  const again = await opened(file, noEncryption)
  expect([settings.current?.password, again.current, again.shown.canKeepPassword]).toEqual([
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
    decrypt: () => {
      throw new Error('the keyring is another one')
    },
  })
  expect([other.current?.password, other.shown.hasPassword]).toEqual([null, false])
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
  const problems = await refusal((async () => settings.complete(wrong, null))())
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
    expect([settings.current, settings.shown]).toEqual([null, { ...nothing, isUnreadable: true }])
    expect(readFileSync(file, 'utf8')).toBe(damaged)
    await settings.save(settings.complete(smtp, PASSWORD))
    expect([settings.shown.isUnreadable, (await opened(file)).current]).toEqual([
      false,
      { ...smtp, password: PASSWORD },
    ])
  }
})

test('when mail is turned off, nothing is kept', async () => {
  const file = temporaryFile('mail.json')
  const settings = await saved(file)
  await settings.save(null)
  expect([settings.current, settings.shown.hasPassword, existsSync(file)]).toEqual([null, false, false])
})

test('a mail server is a name or an address, without a port', async () => {
  const settings = await opened(temporaryFile('mail.json'))
  const isTaken = async (host: string) =>
    (await refusal((async () => settings.complete({ ...smtp, host }, PASSWORD))())) === null
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
