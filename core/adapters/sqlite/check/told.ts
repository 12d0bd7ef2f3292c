import type Database from 'better-sqlite3'
import { type Notice, noticeOf } from '../../../domain/notice.ts'
import type { BrokenInvariant } from '../../../ports/store.ts'
import { NOTICE } from '../history/historyStatements.ts'
import { decodeEvent, decodeMessage, isOfType } from '../history/storedEvent.ts'

/** What people were told, and have read, is what history says. Reads both from their beginning, side by side. */
export const checkTold = (db: Database.Database): BrokenInvariant[] => [...differentNotice(db), ...differentMark(db)]

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

/** Notices were read as far as people said, but for those that were not there yet. */
function differentMark(db: Database.Database): BrokenInvariant[] {
  const messages = db.prepare<[], { event: string; newest: number }>(
    `SELECT event, (SELECT ifnull(max(seq), 0) FROM notices WHERE message < history.seq) AS newest
     FROM history WHERE ${isOfType('NoticesRead')}`,
  )
  let said = 0
  for (const { event, newest } of messages.iterate()) {
    const message = decodeMessage(event)
    if (message.type === 'NoticesRead') said = Math.max(said, Math.min(message.upTo, newest))
  }
  const marks = db.prepare<[], number>('SELECT up_to FROM notices_read').pluck().all()
  if (marks.length === 1 && marks[0] === said) return []
  return [{ rule: 'notices were read as far as people said', details: { marks: marks.join(), said } }]
}
