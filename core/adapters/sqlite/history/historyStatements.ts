import type Database from 'better-sqlite3'
import type { Notice } from '../../../domain/notice.ts'
import type { StoredId } from './storedId.ts'

export const NOTICE = 'kind, order_id AS orderId, line, sku, qty, from_ref AS "from", to_ref AS "to", reason'

type Stored = { readonly seq: number; readonly event: string; readonly results: string }

/** History, notices, and what was taken back. */
export function prepareHistory(db: Database.Database) {
  return {
    /** No join, which SQLite would prepare anew at each call. */
    messageOfId: db.prepare<[StoredId], Stored>(
      'SELECT seq, event, results FROM history WHERE seq = (SELECT seq FROM message_ids WHERE id = ?)',
    ),
    message: db.prepare<[number], Stored>('SELECT seq, event, results FROM history WHERE seq = ? AND cause IS NULL'),
    /** What a message caused was written right behind it, before the next message; one statement, hence one moment. */
    causedBy: db
      .prepare<{ seq: number }, string>(
        `SELECT event FROM history WHERE cause = @seq AND seq > @seq AND seq < ifnull(
           (SELECT seq FROM history WHERE seq > @seq AND cause IS NULL ORDER BY seq LIMIT 1), 9e18) ORDER BY seq`,
      )
      .pluck(),
    noticesOf: db.prepare<[number], Notice>(`SELECT ${NOTICE} FROM notices WHERE message = ? ORDER BY seq`),
    isUndone: db.prepare<[number], unknown>('SELECT 1 FROM undone WHERE message = ?'),
    undoes: db.prepare<[number], number | null>('SELECT undoes FROM history WHERE seq = ?').pluck(),
    insertMessage: db.prepare(
      `INSERT INTO history (nth, at, by, part_of, undoes, results, shape, details, sku, batch_ref, order_id)
       VALUES (0, @at, @by, (SELECT seq FROM message_ids WHERE id = @partOf), @undoes, @results, ?, ?, ?, ?, ?)`,
    ),
    insertId: db.prepare<[StoredId, number | bigint]>('INSERT INTO message_ids (id, seq) VALUES (?, ?)'),
    insertRaised: db.prepare(
      'INSERT INTO history (nth, shape, details, sku, batch_ref, order_id) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    /** It may be there: undone, in effect again and undone anew in one commit. */
    insertUndone: db.prepare<[number]>('INSERT OR IGNORE INTO undone (message) VALUES (?)'),
    deleteUndone: db.prepare<[number]>('DELETE FROM undone WHERE message = ?'),
    insertNotice: db.prepare<[Notice & { readonly message: number | bigint }]>(
      `INSERT INTO notices (message, origin, repeated, kind, order_id, line, sku, qty, from_ref, to_ref, reason)
       SELECT seq, ifnull(part_of, seq),
         @kind = 'outOfStock' AND EXISTS (SELECT 1 FROM notices AS earlier WHERE earlier.origin = ifnull(part_of, history.seq)
           AND earlier.sku = @sku AND earlier.kind = 'outOfStock' AND earlier.repeated = 0),
         @kind, @orderId, @line, @sku, @qty, @from, @to, @reason
       FROM history WHERE seq = @message`,
    ),
    insertGaveWay: db.prepare<[number | bigint, string, string]>('INSERT INTO gave_way VALUES (?, ?, ?)'),
    /** Nobody can have read what was not there yet. */
    readNotices: db.prepare<{ person: string; upTo: number }>(
      `INSERT INTO notices_read SELECT @person, min(@upTo, ifnull(max(seq), 0)) FROM notices WHERE true
       ON CONFLICT DO UPDATE SET up_to = max(up_to, excluded.up_to)`,
    ),
    hasNotices: db.prepare<[number]>('SELECT 1 FROM notice_groups WHERE origin = ?'),
    insertNoticeWork: db.prepare<[number]>('INSERT OR IGNORE INTO notice_work (origin) VALUES (?)'),
    giveNotices: db.prepare<{ origin: number; given: string | null }>(
      'UPDATE notice_work SET given = @given WHERE origin = @origin',
    ),
    /** As `readNotices`; what somebody else has acknowledged beyond that stays so. */
    acknowledgeNotices: db.prepare<{ origin: number; upTo: number; by: string | null }>(
      `UPDATE notice_work SET acknowledged_by = @by, acknowledged = max(ifnull(acknowledged, 0),
         min(@upTo, (SELECT newest FROM notice_groups WHERE notice_groups.origin = @origin))) WHERE origin = @origin`,
    ),
    reopenNotices: db.prepare<{ origin: number }>(
      'UPDATE notice_work SET acknowledged = NULL, acknowledged_by = NULL WHERE origin = @origin',
    ),
    noteNotices: db.prepare<{ origin: number; note: string | null }>(
      'UPDATE notice_work SET note = @note WHERE origin = @origin',
    ),
  }
}
