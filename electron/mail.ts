import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, safeStorage } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import { type MailTransport, smtpTransport, type Warehouse } from '../core/index.ts'
import { channels } from './contract.ts'
import { answer } from './ipc.ts'
import { type Encryption, MailSettingsFile } from './mailSettings.ts'
import { mailWriter, testMailTexts } from './mailTexts.ts'

const fields = z.record(z.string().max(100), z.unknown())
const password = z.string().min(1).max(1_000).nullable()

const encryption: Encryption = {
  // On Linux without a keyring, Electron "encrypts" with a password that everybody knows.
  isAvailable: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (data) => safeStorage.decryptString(data),
}

type MailSender = NonNullable<MailSettingsFile['current']>

/** Sends the warehouse's mails as the person has set it up, which is: not at all, at first. */
export async function answerMail({ mail }: Warehouse, onChange: () => void): Promise<void> {
  mail.subscribe({ changed: onChange, failed: (fault) => log.error('the outbox failed', fault) })
  const file = new MailSettingsFile(join(app.getPath('userData'), 'mail.json'), encryption)
  await file.load().catch((error) => log.error('the mail settings cannot be read', error))
  if (file.current) mail.start(transportOf(file.current))

  answer(channels.mailSettings, z.tuple([]), async () => file.shown)

  answer(channels.saveMailSettings, z.tuple([fields, password]), async (input, password) => {
    const settings = file.complete(input, password)
    await file.save(settings)
    await mail.change(transportOf(settings))
    return file.shown
  })

  answer(channels.turnMailOff, z.tuple([]), async () => {
    await file.save(null)
    await mail.change(null)
    return file.shown
  })

  answer(channels.sendTestMail, z.tuple([fields, password]), async (input, password) => {
    const settings = file.complete(input, password)
    const mail = { messageId: randomUUID(), date: new Date(), ...testMailTexts(settings.language) }
    return transportOf(settings, { silence: 15_000, mail: 30_000 }).send(mail, AbortSignal.timeout(30_000))
  })
}

const transportOf = (settings: MailSender, patience?: Parameters<typeof smtpTransport>[1]): MailTransport =>
  smtpTransport({ ...settings, write: mailWriter(settings.language) }, patience)
