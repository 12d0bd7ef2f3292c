import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createTransport } from 'nodemailer'
import { encodeWord } from 'nodemailer/lib/mime-funcs'
import type { MailTransport } from '../../ports/mailTransport.ts'
import type { MailFailure, MailFailureReason } from '../../ports/outbox.ts'
import type { SmtpSettings } from './smtpSettings.ts'

/** Milliseconds: `silence`, without an answer of the server; `mail`, for a whole mail. */
export type Timeouts = { readonly silence: number; readonly mail: number }

const MAX_DETAIL = 300 // characters of a server's answer

/** Sends mails to an SMTP server, as `write` writes them. `password` null: none, or it could not be decrypted. */
export function smtpTransport(
  settings: SmtpSettings & { readonly password: string | null } & Pick<MailTransport, 'write'>,
  timeouts: Timeouts = { silence: 30_000, mail: 120_000 },
): MailTransport {
  const { host, port, security, user, password, from, to, write } = settings
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user !== null && { auth: { user, pass: password ?? '' } }),
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: timeouts.silence,
    greetingTimeout: timeouts.silence,
    socketTimeout: timeouts.silence,
    dnsTimeout: timeouts.silence,
    socketCloseTimeout: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    write,
    async send({ messageId, date, subject, text, files = [] }, signal) {
      const read = await readAll(files)
      if ('failure' in read) return read.failure
      const limited = AbortSignal.any([signal, AbortSignal.timeout(timeouts.mail)])
      const mail = {
        messageId: `<${messageId}@warehouse.invalid>`,
        date,
        from,
        to,
        text,
        attachments: read.attachments,
      }
      // RFC 3834: keeps auto-responders from answering.
      const headers = { subject: subjectHeader(subject), 'Auto-Submitted': 'auto-generated' }
      return transport.sendMail({ ...mail, headers, xMailer: false, signal: limited }).then(
        () => null,
        (error: SmtpError) => failureOf(error),
      )
    },
  }
}

type Attachments = { readonly filename: string; readonly content: Buffer }[]

/** A file that is gone does not come back by itself. */
async function readAll(paths: readonly string[]): Promise<{ attachments: Attachments } | { failure: MailFailure }> {
  try {
    const read = async (path: string) => ({ filename: basename(path), content: await readFile(path) })
    return { attachments: await Promise.all(paths.map(read)) }
  } catch (error) {
    return {
      failure: { reason: 'other', detail: String((error as Error).message).slice(0, MAX_DETAIL), permanent: true },
    }
  }
}

/**
 * A SKU may look like an encoded word (RFC 2047), which whoever reads the mail would see decoded. Nodemailer encodes
 * only what is not ASCII; here every subject is encoded, so that it is read as it was written.
 */
const subjectHeader = (subject: string) => ({ prepared: true, foldLines: true, value: encodeWord(subject, 'B', 52) })

/** https://nodemailer.com/errors: `code` is nodemailer's or the system's, `responseCode` the server's. */
type SmtpError = Error & { readonly code?: string; readonly responseCode?: number; readonly response?: string }

const reasons: Readonly<Record<string, MailFailureReason>> = {
  ECONNECTION: 'unreachable',
  ESOCKET: 'unreachable',
  EDNS: 'unreachable',
  EPROTOCOL: 'unreachable',
  ETIMEDOUT: 'timeout',
  EABORT: 'timeout',
  ETLS: 'encryption',
  EAUTH: 'login',
  ENOAUTH: 'login',
  EENVELOPE: 'refused',
  EMESSAGE: 'refused',
}

function failureOf(error: SmtpError): MailFailure {
  const { code = '', responseCode = 0, response, message } = error
  const reason = isOfCertificate(error) ? 'encryption' : (reasons[code] ?? 'other')
  return {
    reason,
    detail: (response ?? message).replace(/\s+/g, ' ').slice(0, MAX_DETAIL),
    // A refused login does not concern the mail, nor does 503 (bad sequence of commands).
    permanent: reason === 'refused' && responseCode >= 500 && responseCode !== 503,
  }
}

/** TLS errors have no code of their own: nodemailer reports them as ESOCKET, or as the system does. */
const isOfCertificate = ({ message }: SmtpError): boolean => /certificate|altnames|SSL|TLS/i.test(message)
