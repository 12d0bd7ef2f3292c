import type { MailFailure, QueuedMail } from './outbox.ts'

/** In the language of whoever gets the mail. */
export type MailTexts = {
  readonly subject: string
  readonly text: string
  /** Paths of files that are sent with it. */
  readonly files?: readonly string[]
}

export type OutgoingMail = MailTexts & { readonly messageId: string; readonly date: Date }

/** Sends mails to the configured recipient. */
export interface MailTransport {
  /** Writes the same mail however often it is asked to: core knows no language. */
  readonly write: (mail: QueuedMail) => MailTexts
  /**
   * Never rejects. null: the server accepted the mail. After a failure it may have been accepted all the same.
   * @param signal aborts at once
   */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<MailFailure | null>
}
