import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { z } from 'zod'
import { parse } from '../../domain/parse.ts'

const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
const address = z.string().trim().max(254).pipe(z.email())

const LABEL = '[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?'
const NAME = new RegExp(`^${LABEL}(\\.${LABEL})*$`)
/** What `domainToASCII` would decode, or take for the end of the name. */
const NOT_IN_NAME = /[\s/?#%@:\\]/

/** An IP address or a name, in any script; without a port. */
const isHost = (host: string): boolean =>
  isIP(host) !== 0 || (!NOT_IN_NAME.test(host) && NAME.test(domainToASCII(host)))

const schema = z.strictObject({
  host: text(253).pipe(z.string().refine(isHost)),
  port: z.int().min(1).max(65_535),
  /** `starttls`: the connection begins in clear text and must turn into TLS before anything is told. */
  security: z.enum(['tls', 'starttls', 'none']),
  /** null: the server asks for no login. */
  user: text(254).nullable().default(null),
  from: address,
  to: address,
  /** A language tag (BCP 47). Whoever writes the mails knows the languages; English stands in for the others. */
  language: z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i),
})

/** How mails are sent, and from whom to whom; without the password, which is kept apart. */
export type SmtpSettings = Readonly<z.output<typeof schema>>
/** As a person may have entered them. */
export type SmtpSettingsInput = Readonly<z.input<typeof schema>>

/** @throws DomainError InvalidMessage, with the fields that are wrong */
export const parseSmtpSettings = (input: unknown): SmtpSettings => parse(schema, input)
