import { type Attempt, LONGEST_DELAY, type MailFailure } from '../../ports/outbox.ts'

const MINUTE = 60_000 // milliseconds
const HOUR = 60 * MINUTE

/** Milliseconds until the next attempt, after each attempt that failed. More than three days in all, to outlast a weekend. */
export const delays: readonly number[] = [
  ...[MINUTE, 5 * MINUTE, 15 * MINUTE],
  ...[HOUR, 4 * HOUR, 12 * HOUR, LONGEST_DELAY, LONGEST_DELAY, LONGEST_DELAY],
]

/**
 * The state of a mail after an attempt.
 * @param attempts including this one
 * @param failure null: it was sent
 */
export function afterAttempt(attempts: number, failure: MailFailure | null, now: Date): Attempt {
  if (failure === null) return { state: 'sent' }
  const delay = delays[attempts - 1]
  if (failure.permanent || delay === undefined) return { state: 'dead', failure }
  return { state: 'waiting', nextAttempt: new Date(now.getTime() + delay), failure }
}
