import { expect, test } from 'vitest'
import type { MailFailure } from '../../../core/ports/outbox.ts'
import { afterAttempt, delays } from '../../../core/service/mail/afterAttempt.ts'
import { NOW } from '../../support/scenario/given.ts'

const failure: MailFailure = { reason: 'unreachable', detail: 'connect ECONNREFUSED', permanent: false }
const HOURS = 3_600_000

test('a mail that was sent is done with', () => {
  expect(afterAttempt(1, null, NOW)).toEqual({ state: 'sent' })
})

test('after each attempt that fails, a mail waits longer, or as long as before', () => {
  const waits = delays.map((_, index) => {
    const attempt = afterAttempt(index + 1, failure, NOW)
    return attempt.state === 'waiting' ? attempt.nextAttempt.getTime() - NOW.getTime() : -1
  })
  expect(waits).toEqual([1 / 60, 5 / 60, 0.25, 1, 4, 12, 24, 24, 24].map((hours) => hours * HOURS))
})

test('when it was tried over a weekend in vain, it is dead', () => {
  expect(afterAttempt(delays.length + 1, failure, NOW)).toEqual({ state: 'dead', failure })
})

test('what trying again would not help is dead at once', () => {
  const refused = { ...failure, permanent: true }
  expect(afterAttempt(1, refused, NOW)).toEqual({ state: 'dead', failure: refused })
})
