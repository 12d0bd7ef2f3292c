import type { z } from 'zod'
import { DomainError, type Problem } from './domainError.ts'

/** Of what comes from outside, no more keys than this are looked at, and no more problems are told. */
const MOST_KEYS = 100
const MOST_PROBLEMS = 20

/** @throws DomainError InvalidMessage, with the first problems that were found */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  refuseOddObjects(input)
  const { success, data, error } = schema.safeParse(input, { reportInput: true })
  if (success) return data
  throw invalid(...onceEach(error.issues.flatMap(problems)).slice(0, MOST_PROBLEMS))
}

/** A number may break two upper bounds, of which the last is the one of its field. */
const onceEach = (found: readonly Problem[]): Problem[] => [
  ...new Map(found.map((each) => [`${each.field} ${each.problem}`, each])).values(),
]

const invalid = (...problems: Problem[]) => new DomainError('InvalidMessage', { problems })

/** What a schema would look at key by key, or not at all. */
function refuseOddObjects(input: unknown): void {
  if (typeof input !== 'object' || input === null) return
  if (Object.hasOwn(input, '__proto__')) throw invalid({ field: '__proto__', problem: 'unknown' })
  if (Object.keys(input).length > MOST_KEYS) throw invalid({ field: '', problem: 'invalid', limit: MOST_KEYS })
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
  if (issue.code === 'invalid_format') return [{ field, problem: formats[issue.format] ?? 'invalid' }]
  if (issue.code === 'invalid_type') return [{ field, problem: wrongType(issue) }]
  if (issue.code === 'custom' && issue.params) return [{ field, ...(issue.params as Omit<Problem, 'field'>) }]
  return [{ field, problem: issue.input === undefined ? 'missing' : 'invalid' }]
}

function wrongType({ input, expected }: z.core.$ZodIssueInvalidType): Problem['problem'] {
  if (input === undefined) return 'missing'
  if (expected === 'string') return 'notText'
  return expected === 'number' || expected === 'int' ? 'notWhole' : 'invalid'
}
