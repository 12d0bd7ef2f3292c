import { DomainError } from '../core/index.ts'

/** Characters, plus 8 for every value and key. A form's message is a few hundred, the texts of 10,000 rejected rows about a million. */
const MAX_SIZE = 4_000_000

/**
 * Refuses arguments that are too large to be checked one by one, or that have a key which schemas skip without a word.
 * Stops counting at the limit, so that a huge call costs no more than the largest that is allowed.
 * @throws DomainError InvalidMessage
 */
export function checkLimits(args: readonly unknown[]): void {
  let size = 0
  const waiting: unknown[] = [args]
  while (waiting.length > 0) {
    const value = waiting.pop()
    size += 8
    if (typeof value === 'string') size += value.length
    else if (ArrayBuffer.isView(value)) size += value.byteLength
    else if (Array.isArray(value)) {
      size += 8 * value.length // before its values are visited: holes have none
      if (size <= MAX_SIZE) for (const item of value) waiting.push(item)
    } else if (typeof value === 'object' && value !== null) {
      for (const key in value) {
        if (key === '__proto__') throw refusal('__proto__', 'unknown')
        size += 8 + key.length
        if (size > MAX_SIZE) break
        waiting.push((value as Record<string, unknown>)[key])
      }
    }
    if (size > MAX_SIZE) throw refusal('', 'tooLarge')
  }
}

const refusal = (field: string, problem: 'unknown' | 'tooLarge') =>
  new DomainError('InvalidMessage', { problems: [{ field, problem }] })
