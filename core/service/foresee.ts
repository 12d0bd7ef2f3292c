import { createHash } from 'node:crypto'
import {
  byGravity,
  consequenceOf,
  type LineConsequence,
  type Sums,
  type SumsOf,
  sumsBy,
  sumsOf,
} from '../domain/consequence.ts'
import type { DomainError } from '../domain/domainError.ts'
import { type Event, isChange } from '../domain/events.ts'
import { slices } from '../lib/slices.ts'
import type { Reading } from '../ports/store.ts'
import type { Commit } from '../ports/unitOfWork.ts'
import type { Answer } from './handleEach.ts'

/** What a list of messages would come to, compared with what stands now. Refused messages are left out. */
export type Foresight = {
  /** Of each message, in order; null: it would not be refused. */
  readonly refusals: readonly (DomainError | null)[]
  /** The lines that would stand elsewhere, be late or in time: the gravest first, at most `MOST_LINES`. */
  readonly lines: readonly LineConsequence[]
  /** How many lines there are beyond those. */
  readonly more: number
  /** Of all lines. */
  readonly sums: Sums
  /** Of the first orders and customers, at most `MOST_LINES` of each. */
  readonly orders: readonly SumsOf[]
  readonly customers: readonly SumsOf[]
  /** Tells this foresight from one that says anything else, also of lines that are not listed. */
  readonly mark: string
}

/** What a window can hold, and a call to it can carry without being felt. */
const MOST_LINES = 10_000

/** Yields to the event loop, as all long work does. */
export async function foresightOf(
  reading: Reading,
  answers: readonly Answer[],
  commits: readonly Commit[],
): Promise<Foresight> {
  const lines = await linesOf(reading, commits)
  const refusals = answers.map(({ refusal }) => refusal)
  return {
    refusals,
    lines: lines.slice(0, MOST_LINES),
    more: Math.max(0, lines.length - MOST_LINES),
    sums: sumsOf(lines),
    orders: sumsBy(lines, ({ orderId }) => orderId).slice(0, MOST_LINES),
    customers: sumsBy(lines, ({ customer }) => customer).slice(0, MOST_LINES),
    mark: await markOf([...lines, ...refusals.map((refusal) => refusal && [refusal.code, refusal.details])]),
  }
}

async function linesOf(reading: Reading, commits: readonly Commit[]): Promise<LineConsequence[]> {
  const events = commits.flatMap(({ envelope, outcome }): Event[] => [envelope.message, ...outcome.events])
  const stored = await reading.touched(events)
  const changes = Map.groupBy(events.filter(isChange), ({ sku }) => sku)
  const batches = Map.groupBy(stored.batches, ({ sku }) => sku)
  const lines = Map.groupBy(stored.lines, ({ sku }) => sku)
  const pause = slices()
  const found: LineConsequence[] = []
  for (const [sku, ofSku] of changes) {
    await pause()
    const before = { batches: batches.get(sku) ?? [], lines: lines.get(sku) ?? [] }
    for (const line of consequenceOf(sku, before, ofSku)) found.push(line)
  }
  return found.sort(byGravity)
}

async function markOf(said: readonly unknown[]): Promise<string> {
  const pause = slices()
  const hash = createHash('sha256')
  for (const each of said) {
    await pause()
    hash.update(JSON.stringify(each))
  }
  return hash.digest('hex')
}
