import type { z } from 'zod'
import { DomainError, type Problem } from './domainError.ts'

/** @throws DomainError InvalidMessage, with every problem that was found */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const { success, data, error } = schema.safeParse(input, { reportInput: true })
  if (success) return data
  throw new DomainError('InvalidMessage', { problems: error.issues.flatMap(problems) })
}

/** What a text is not. */
const formats: Readonly<Record<string, Problem['problem']>> = { date: 'notDate', email: 'notAddress' }

function problems(issue: z.core.$ZodIssue): Problem[] {
  const field = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), problem: 'unknown' }))
  if (issue.code === 'too_small')
    return [
      issue.origin === 'string'
        ? { field, problem: 'empty' }
        : { field, problem: 'tooSmall', limit: Number(issue.minimum) },
    ]
  if (issue.code === 'too_big')
    return [{ field, problem: issue.origin === 'string' ? 'tooLong' : 'tooLarge', limit: Number(issue.maximum) }]
  if (issue.code === 'invalid_format') return [{ field, problem: formats[issue.format] ?? 'controlCharacter' }]
  if (issue.code === 'invalid_type') return [{ field, problem: wrongType(issue) }]
  return [{ field, problem: issue.input === undefined ? 'missing' : 'invalid' }]
}

function wrongType({ input, expected }: z.core.$ZodIssueInvalidType): Problem['problem'] {
  if (input === undefined) return 'missing'
  if (expected === 'string') return 'notText'
  return expected === 'number' || expected === 'int' ? 'notWhole' : 'invalid'
}
