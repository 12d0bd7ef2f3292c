import type Database from 'better-sqlite3'
import { type Notice, noticeOf } from '../../../domain/notice.ts'
import type { BrokenInvariant } from '../../../ports/store.ts'
import { NOTICE } from '../history/historyStatements.ts'
import { decodeEvent, decodeMessage, isOfType } from '../history/storedEvent.ts'

/** What people were told, and have read, is what history says. Reads both from their beginning, side by side. */
export const checkTold = (db: Database.Database): BrokenInvariant[] => [
  ...differentNotice(db),
  ...differentMarks(db),
  ...differentWork(db),
]

type Told = Notice & { readonly message: number }

/** The first notice that is missing, or that no event tells. */
function differentNotice(db: Database.Database): BrokenInvariant[] {
  const stored = db.prepare<[], Told>(`SELECT message, ${NOTICE} FROM notices ORDER BY message, seq`).iterate()
  for (const expected of toldByHistory(db)) {
    const { value: found } = stored.next()
    if (!found || nameOf(found) !== nameOf(expected)) {
      stored.return?.()
      return [brokenBy(expected)]
    }
  }
  const { value: left, done } = stored.next()
  stored.return?.()
  return done ? [] : [brokenBy(left)]
}

function* toldByHistory(db: Database.Database): Iterable<Told> {
  const events = db.prepare<[], { message: number; event: string }>(
    `SELECT cause AS message, event FROM history
     WHERE ${isOfType('Allocated', 'Backordered', 'Late', 'NotRestored', 'OutOfStock')} ORDER BY seq`,
  )
  for (const { message, event } of events.iterate()) {
    const notice = noticeOf(decodeEvent(event))
    if (notice) yield { message, ...notice }
  }
}

const nameOf = ({ message, kind, orderId, line, sku, qty, from, to, reason }: Told): string =>
  JSON.stringify([message, kind, orderId, line, sku, qty, from, to, reason])

const brokenBy = ({ message, kind, orderId, line, sku }: Told): BrokenInvariant => ({
  rule: 'people are told what history says',
  details: { message, kind, order_id: orderId, line, sku },
})

/** Each person has read notices as far as that person said, but for those that were not there yet. */
function differentMarks(db: Database.Database): BrokenInvariant[] {
  const messages = db.prepare<[], { event: string; person: string; newest: number }>(
    `SELECT event, ifnull(by, '') AS person, (SELECT ifnull(max(seq), 0) FROM notices WHERE message < history.seq) AS newest
     FROM history WHERE ${isOfType('NoticesRead')} ORDER BY seq`,
  )
  const said = new Map<string, number>()
  for (const { event, person, newest } of messages.iterate()) {
    const message = decodeMessage(event)
    if (message.type === 'NoticesRead')
      said.set(person, Math.max(said.get(person) ?? 0, Math.min(message.upTo, newest)))
  }
  const marks = db.prepare<[], [string, number]>('SELECT person, up_to FROM notices_read ORDER BY person').raw().all()
  const expected = [...said].toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  if (sameRows(marks, expected)) return []
  return [{ rule: 'notices were read as far as people said', details: { marks: marks.length, said: said.size } }]
}

type Work = [origin: number, given: string | null, acknowledged: number | null, by: string | null, note: string | null]

/** What people made of groups of notices is what history says. */
function differentWork(db: Database.Database): BrokenInvariant[] {
  const messages = db.prepare<[], { seq: number; event: string; by: string | null }>(
    `SELECT seq, event, by FROM history
     WHERE ${isOfType('NoticesAcknowledged', 'NoticesGiven', 'NoticesReopened')} ORDER BY seq`,
  )
  const newest = db
    .prepare<[number, number], number>('SELECT max(seq) FROM notices WHERE origin = ? AND repeated = 0 AND message < ?')
    .pluck()
  const said = new Map<number, Work>()
  for (const { seq, event, by } of messages.iterate()) {
    const message = decodeMessage(event)
    if (!('origin' in message)) continue
    const work = said.get(message.origin) ?? [message.origin, null, null, null, null]
    if (message.type === 'NoticesGiven') work[1] = message.to
    if (message.type === 'NoticesAcknowledged')
      [work[2], work[3]] = [Math.max(work[2] ?? 0, Math.min(message.upTo, newest.get(message.origin, seq) ?? 0)), by]
    if (message.type === 'NoticesReopened') [work[2], work[3]] = [null, null]
    if ('note' in message && message.note !== undefined) work[4] = message.note
    said.set(message.origin, work)
  }
  const stored = db
    .prepare<[], Work>('SELECT origin, given, acknowledged, acknowledged_by, note FROM notice_work ORDER BY origin')
    .raw()
    .all()
  const expected = [...said.values()].toSorted(([a], [b]) => a - b)
  if (sameRows(stored, expected)) return []
  return [{ rule: 'notices are dealt with as people said', details: { stored: stored.length, said: said.size } }]
}

const sameRows = (a: readonly unknown[], b: readonly unknown[]): boolean => JSON.stringify(a) === JSON.stringify(b)
