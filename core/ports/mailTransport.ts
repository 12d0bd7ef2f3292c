import type { MailFailure } from './outbox.ts'

/** The languages that mails are written in. */
export type MailLanguage = 'en' | 'ko'

export type OutgoingMail = {
  readonly messageId: string
  readonly date: Date
  readonly subject: string
  readonly text: string
}

/** Sends mails to the configured recipient. */
export interface MailTransport {
  readonly language: MailLanguage
  /**
   * Never rejects. null: the server accepted the mail. After a failure it may have been accepted all the same.
   * @param signal aborts at once
   */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<MailFailure | null>
}
