import type { Attempt, MailFailure } from '../../ports/outbox.ts'

const MINUTE = 60_000 // milliseconds
const HOUR = 60 * MINUTE

/** How long a mail waits after each attempt that failed: more than three days together, so that a weekend is survived. */
export const delays: readonly number[] = [
  ...[MINUTE, 5 * MINUTE, 15 * MINUTE],
  ...[HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR, 24 * HOUR],
]

/**
 * What becomes of a mail.
 * @param attempts how many were made, this one included
 * @param failure null: it was sent
 */
export function afterAttempt(attempts: number, failure: MailFailure | null, now: Date): Attempt {
  if (failure === null) return { state: 'sent' }
  const delay = delays[attempts - 1]
  if (failure.permanent || delay === undefined) return { state: 'dead', failure }
  return { state: 'waiting', nextAttempt: new Date(now.getTime() + delay), failure }
}
