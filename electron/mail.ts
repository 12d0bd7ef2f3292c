import { randomUUID } from 'node:crypto'
import { safeStorage } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import {
  type MailTransport,
  type SmtpSettings,
  type SmtpSettingsInput,
  smtpTransport,
  type Warehouse,
} from '../core/index.ts'
import { fieldsOf } from './fields.ts'
import type { Ipc } from './ipc.ts'
import { type CompleteSettings, type Encryption, MailSettingsFile } from './mailSettings.ts'
import { mailWriter, testMailTexts } from './mailTexts.ts'

const password = z.string().min(1).max(1_000).nullable()
const settingsCall = z.tuple([fieldsOf<SmtpSettingsInput>(), password])

const encryption: Encryption = {
  // On Linux without a keyring, Electron "encrypts" with a password that everybody knows.
  isAvailable: async () =>
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text') &&
    (await safeStorage.isAsyncEncryptionAvailable()),
  encrypt: (text) => safeStorage.encryptStringAsync(text),
  decrypt: async (data) => (await safeStorage.decryptStringAsync(data)).result,
}

/** How mails are sent, as it was saved; one that cannot be read is said to be so on the Mail screen. */
export async function loadMailSettings(path: string): Promise<MailSettingsFile> {
  const file = new MailSettingsFile(path, encryption)
  await file.load().catch((error) => log.error('the mail settings cannot be read', error))
  return file
}

/** Sends the warehouse's mails as the person has set it up, which is: not at all, at first. */
export function startMail({ mail }: Warehouse, { smtp, password }: MailSettingsFile, onChange: () => void): void {
  mail.subscribe({ changed: onChange, failed: (fault) => log.error('the outbox failed', fault) })
  if (smtp) mail.start(transportWith(smtp, password))
}

/** Mails are queued from the start; the first one waits until the system has given the password. */
const transportWith = (smtp: SmtpSettings, password: Promise<string | null>): MailTransport => ({
  write: mailWriter(smtp.language),
  send: async (mail, signal) => transportOf({ ...smtp, password: await password }).send(mail, signal),
})

const transportOf = (settings: CompleteSettings, timeouts?: Parameters<typeof smtpTransport>[1]): MailTransport =>
  smtpTransport({ ...settings, write: mailWriter(settings.language) }, timeouts)

/** @param warehouse the one that is open now; null: it is one that sends no mail, whatever is saved */
export function serveMail(ipc: Ipc, warehouse: () => Warehouse | null, file: MailSettingsFile): void {
  ipc.serve('mailSettings', z.tuple([]), async () => file.show())

  ipc.serve('saveMailSettings', settingsCall, async (input, password) => {
    const settings = await file.complete(input, password)
    await file.save(settings)
    await warehouse()?.mail.change(transportOf(settings))
    return file.show()
  })

  ipc.serve('turnMailOff', z.tuple([]), async () => {
    await file.save(null)
    await warehouse()?.mail.change(null)
    return file.show()
  })

  ipc.serve('sendTestMail', settingsCall, async (input, password) => {
    const settings = await file.complete(input, password)
    const mail = { messageId: randomUUID(), date: new Date(), ...testMailTexts(settings.language) }
    return transportOf(settings, { silence: 15_000, mail: 30_000 }).send(mail, AbortSignal.timeout(30_000))
  })
}
