import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { DomainError, parseSmtpSettings, type SmtpSettings } from '../core/index.ts'
import type { MailSettings, PasswordChange } from './contract.ts'

/** The system's way to keep a secret. */
export type Encryption = {
  readonly isAvailable: () => boolean
  readonly encrypt: (text: string) => Buffer
  /** @throws when another user or another machine encrypted it */
  readonly decrypt: (data: Buffer) => string
}

const storedSchema = z.strictObject({ smtp: z.unknown(), password: z.base64().nullable() })

/**
 * How mails are sent, in a file of this user's. The password is in it encrypted, or not at all: where the system cannot
 * encrypt, it is known until the app is closed.
 */
export class MailSettingsFile {
  readonly #file: string
  readonly #encryption: Encryption
  #smtp: SmtpSettings | null = null
  #password: string | null = null
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
    this.#password = password === null ? null : this.#decrypt(password)
  }

  /** What may be shown: everything but the password. */
  get shown(): MailSettings {
    const canKeepPassword = this.#encryption.isAvailable()
    const isUnreadable = this.#isUnreadable
    return { smtp: this.#smtp, isUnreadable, hasPassword: this.#password !== null, canKeepPassword }
  }

  /** null: no mail is configured. */
  get current(): (SmtpSettings & { password: string | null }) | null {
    return this.#smtp && { ...this.#smtp, password: this.#password }
  }

  /**
   * What was entered, with the password that it means.
   * @throws DomainError InvalidMessage, with the fields that are wrong
   */
  complete(input: unknown, password: PasswordChange): SmtpSettings & { password: string | null } {
    const smtp = parseSmtpSettings(input)
    if (smtp.user === null) return { ...smtp, password: null }
    if (password !== null) return { ...smtp, password }
    // A password that is kept is only for the server and the user that it was entered for.
    if (this.#password === null || !this.#smtp || !isSameLogin(smtp, this.#smtp))
      throw new DomainError('InvalidMessage', { problems: [{ field: 'password', problem: 'missing' }] })
    return { ...smtp, password: this.#password }
  }

  /** Written whole or not at all. null: no mail from now on. */
  async save(settings: (SmtpSettings & { password: string | null }) | null): Promise<void> {
    if (settings === null) await rm(this.#file, { force: true })
    else {
      const { password, ...smtp } = settings
      const kept = password !== null && this.#encryption.isAvailable() ? this.#encryption.encrypt(password) : null
      const draft = `${this.#file}.${randomUUID()}`
      await writeFile(draft, JSON.stringify({ smtp, password: kept?.toString('base64') ?? null }), { mode: 0o600 })
      await rename(draft, this.#file)
    }
    const { password = null, ...smtp } = settings ?? {}
    this.#smtp = settings && (smtp as SmtpSettings)
    this.#password = password
    this.#isUnreadable = false
  }

  /** null: it cannot be read any more, and must be entered again. */
  #decrypt(password: string): string | null {
    try {
      return this.#encryption.isAvailable() ? this.#encryption.decrypt(Buffer.from(password, 'base64')) : null
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
