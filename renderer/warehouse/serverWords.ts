import type { MailFailureReason } from '../../electron/contract.ts'

/**
 * What a server said of a mail that it was sent. null: nothing was, or no server answered; what the system says then,
 * such as ECONNREFUSED, tells people less than the reason itself.
 */
export const serverWords = (reason: MailFailureReason | null, detail: string | null): string | null =>
  reason === 'unreachable' || reason === 'timeout' ? null : detail
