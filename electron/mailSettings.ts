import { readFile, rm } from 'node:fs/promises'
import { z } from 'zod'
import { DomainError, parseSmtpSettings, type SmtpSettings } from '../core/index.ts'
import type { MailSettings, PasswordChange } from './contract.ts'
import { writeWhole } from './writeWhole.ts'

/** The system's way to keep a secret. Each call may wait for the person to unlock it. */
export type Encryption = {
  readonly isAvailable: () => Promise<boolean>
  readonly encrypt: (text: string) => Promise<Buffer>
  /** Rejects when another user or another machine encrypted it. */
  readonly decrypt: (data: Buffer) => Promise<string>
}

/** All that a mail is sent with. */
export type CompleteSettings = SmtpSettings & { readonly password: string | null }

const storedSchema = z.strictObject({ smtp: z.unknown(), password: z.base64().nullable() })

/**
 * How mails are sent, in a file of this user's. The password is in it encrypted, or not at all: where the system cannot
 * encrypt, it is known until the app is closed.
 */
export class MailSettingsFile {
  readonly #file: string
  readonly #encryption: Encryption
  #smtp: SmtpSettings | null = null
  /** Settles once it is decrypted, which the start of the app does not wait for. */
  #password: Promise<string | null> = Promise.resolve(null)
  #isUnreadable = false

  constructor(file: string, encryption: Encryption) {
    this.#file = file
    this.#encryption = encryption
  }

  /** @throws when the file is there and cannot be read; then no mail is configured, and the file stays until the next `save` */
  async load(): Promise<void> {
    try {
      await this.#read()
    } catch (error) {
      this.#isUnreadable = true
      throw error
    }
  }

  async #read(): Promise<void> {
    const text = await readFile(this.#file, 'utf8').catch(noneWhenMissing)
    if (text === null) return
    const { smtp, password } = storedSchema.parse(JSON.parse(text))
    this.#smtp = parseSmtpSettings(smtp)
    this.#password = password === null ? Promise.resolve(null) : this.#decrypt(password)
  }

  /** null: no mail is configured. */
  get smtp(): SmtpSettings | null {
    return this.#smtp
  }

  /** null: none is needed, or it is not known any more. */
  get password(): Promise<string | null> {
    return this.#password
  }

  /** What may be shown: everything but the password. */
  async show(): Promise<MailSettings> {
    const [password, canKeepPassword] = await Promise.all([this.#password, this.#encryption.isAvailable()])
    return { smtp: this.#smtp, isUnreadable: this.#isUnreadable, hasPassword: password !== null, canKeepPassword }
  }

  /**
   * What was entered, with the password that it means.
   * @throws DomainError InvalidMessage, with the fields that are wrong
   */
  async complete(input: unknown, password: PasswordChange): Promise<CompleteSettings> {
    const smtp = parseSmtpSettings(input)
    if (smtp.user === null) return { ...smtp, password: null }
    if (password !== null) return { ...smtp, password }
    // A password that is kept is only for the server and the user that it was entered for.
    const kept = this.#smtp && isSameLogin(smtp, this.#smtp) ? await this.#password : null
    if (kept === null)
      throw new DomainError('InvalidMessage', { problems: [{ field: 'password', problem: 'missing' }] })
    return { ...smtp, password: kept }
  }

  /** Written whole or not at all. null: no mail from now on. */
  async save(settings: CompleteSettings | null): Promise<void> {
    if (settings === null) await rm(this.#file, { force: true })
    else {
      const { password, ...smtp } = settings
      const isKept = password !== null && (await this.#encryption.isAvailable())
      const kept = isKept ? await this.#encryption.encrypt(password) : null
      await writeWhole(this.#file, JSON.stringify({ smtp, password: kept?.toString('base64') ?? null }))
    }
    const { password = null, ...smtp } = settings ?? {}
    this.#smtp = settings && (smtp as SmtpSettings)
    this.#password = Promise.resolve(password)
    this.#isUnreadable = false
  }

  /** null: it cannot be read any more, and must be entered again. */
  async #decrypt(password: string): Promise<string | null> {
    try {
      const isAvailable = await this.#encryption.isAvailable()
      return isAvailable ? await this.#encryption.decrypt(Buffer.from(password, 'base64')) : null
    } catch {
      return null
    }
  }
}

const isSameLogin = (a: SmtpSettings, b: SmtpSettings): boolean =>
  a.host === b.host && a.port === b.port && a.security === b.security && a.user === b.user

function noneWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
