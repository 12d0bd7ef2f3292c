import { isIP } from 'node:net'
import { z } from 'zod'
import { parse } from '../../domain/parse.ts'

const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
/** An IP address, or a domain name in any script; without a port. */
const isHost = (host: string): boolean => isIP(host) !== 0 || /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u.test(host)

const address = z.string().trim().max(254).pipe(z.email())

const schema = z.strictObject({
  host: text(253).refine(isHost),
  port: z.int().min(1).max(65_535),
  /** `starttls`: the connection begins in clear text, and nothing is sent before it was upgraded to TLS. */
  security: z.enum(['tls', 'starttls', 'none']),
  /** null: no login. */
  user: text(254).nullable().default(null),
  from: address,
  to: address,
  language: z.enum(['en', 'ko']),
})

/** How mails are sent, by whom and to whom. Without the password, which is stored encrypted. */
export type SmtpSettings = Readonly<z.output<typeof schema>>
/** As a person entered them, not yet checked. */
export type SmtpSettingsInput = Readonly<z.input<typeof schema>>

/** @throws DomainError InvalidMessage, with the fields that are invalid */
export const parseSmtpSettings = (input: unknown): SmtpSettings => parse(schema, input)
