import { createTransport } from 'nodemailer'
import { encodeWord } from 'nodemailer/lib/mime-funcs'
import type { MailTransport } from '../../ports/mailTransport.ts'
import type { MailFailure, MailFailureReason } from '../../ports/outbox.ts'
import type { SmtpSettings } from './smtpSettings.ts'

/** Milliseconds that a server may be silent, and that a whole mail may take. */
export type Patience = { readonly silence: number; readonly mail: number }

const DETAIL = 300 // characters of what a server says

/** Sends mails to an SMTP server, as `write` writes them. `password`: null when there is none, or none is known. */
export function smtpTransport(
  settings: SmtpSettings & { readonly password: string | null } & Pick<MailTransport, 'write'>,
  patience: Patience = { silence: 30_000, mail: 120_000 },
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
    connectionTimeout: patience.silence,
    greetingTimeout: patience.silence,
    socketTimeout: patience.silence,
    dnsTimeout: patience.silence,
    socketCloseTimeout: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    write,
    async send({ messageId, date, subject, text }, signal) {
      const limited = AbortSignal.any([signal, AbortSignal.timeout(patience.mail)])
      const mail = { messageId: `<${messageId}@warehouse.invalid>`, date, from, to, text }
      // RFC 3834: no machine is to answer it.
      const headers = { subject: subjectHeader(subject), 'Auto-Submitted': 'auto-generated' }
      return transport.sendMail({ ...mail, headers, xMailer: false, signal: limited }).then(
        () => null,
        (error: SmtpError) => failureOf(error),
      )
    },
  }
}

/**
 * A SKU may look like an encoded word (RFC 2047), which whoever reads the mail would see decoded. Nodemailer encodes
 * only what is not ASCII; here every subject is encoded, so that it is read as it was written.
 */
const subjectHeader = (subject: string) => ({ prepared: true, foldLines: true, value: encodeWord(subject, 'B', 52) })

/** https://nodemailer.com/errors: `code` is nodemailer's, or the system's; `responseCode` the server's. */
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
    detail: (response ?? message).replace(/\s+/g, ' ').slice(0, DETAIL),
    // A refused login says nothing of the mail; 503 only that the conversation went wrong.
    permanent: reason === 'refused' && responseCode >= 500 && responseCode !== 503,
  }
}

/** A server may be reached, and yet not be the one that it says it is. */
const isOfCertificate = ({ message }: SmtpError): boolean => /certificate|altnames|SSL|TLS/i.test(message)
