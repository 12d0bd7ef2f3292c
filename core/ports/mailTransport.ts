import type { MailFailure, QueuedMail } from './outbox.ts'

/** In the language of whoever gets the mail. */
export type MailTexts = { readonly subject: string; readonly text: string }

export type OutgoingMail = MailTexts & { readonly messageId: string; readonly date: Date }

/** A way to send mails to whom it is configured for. */
export interface MailTransport {
  /** Writes the same mail however often it is asked to: core knows no language. */
  readonly write: (mail: QueuedMail) => MailTexts
  /**
   * Never throws. null: the other side has taken it. After a failure it may have been taken all the same.
   * @param signal gives up at once
   */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<MailFailure | null>
}
