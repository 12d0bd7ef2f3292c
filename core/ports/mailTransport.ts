import type { MailFailure } from './outbox.ts'

/** The languages that mails are written in. */
export type MailLanguage = 'en' | 'ko'

export type OutgoingMail = {
  readonly messageId: string
  readonly date: Date
  readonly subject: string
  readonly text: string
}

/** A way to send mails to whom it is configured for. */
export interface MailTransport {
  readonly language: MailLanguage
  /**
   * Never throws. null: the other side has taken it. After a failure it may have been taken all the same.
   * @param signal gives up at once
   */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<MailFailure | null>
}
