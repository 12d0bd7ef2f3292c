import Database from 'better-sqlite3'
import type { VerifyProgress } from '../../../ports/backups.ts'
import { StorageError } from '../../../ports/storageError.ts'
import type { Moment, StoodRow } from '../../../ports/views.ts'
import { storageFailure } from '../failures.ts'
import { isOfType } from '../history/storedEvent.ts'
import { fromStoredId, type StoredId, toStoredId } from '../history/storedId.ts'
import { readable } from '../open/connection.ts'
import { BUSY_TIMEOUT, inspect } from '../open/inspect.ts'
import { isOld, refuseOthers } from '../open/migrations.ts'
import { instantOf } from '../rows.ts'
import { refuseBroken, verifyPages, verifyRules } from '../verify.ts'
import { prepareOnce } from '../views/page.ts'
import { readStood } from '../views/stood.ts'

/** The newest message of a database. Two files that both have it share their history up to it. null: no message yet. */
export type LastMessage = { readonly seq: number; readonly at: string; readonly id: string | null } | null

/** Reads of a whole file, which take seconds when it is large; `fileThread.ts` runs them. */
export type FileTask =
  | { readonly kind: 'verify'; readonly file: string }
  | { readonly kind: 'messagesSince'; readonly file: string; readonly last: LastMessage }
  | { readonly kind: 'inspect'; readonly file: string; readonly skipRules: boolean }
  | { readonly kind: 'stood'; readonly file: string; readonly moment: Moment }

export type Verified = {
  /** The first fault, in English; null: the file is whole. */
  readonly found: string | null
  readonly messages: number
  readonly last: LastMessage
  /** The hashes of the photos that its messages name, each once. */
  readonly photos: readonly string[]
}

const MESSAGES = 'FROM history WHERE cause IS NULL'
const ID = '(SELECT id FROM message_ids WHERE message_ids.seq = history.seq)'

type Told = (progress: VerifyProgress) => void

/**
 * @param onProgress told of verifying, and of what stood
 * @throws StorageError
 */
export async function runFileTask(
  task: FileTask,
  onProgress: Told,
): Promise<Verified | number | readonly StoodRow[] | null> {
  try {
    switch (task.kind) {
      case 'verify':
        return verify(task.file, onProgress)
      case 'messagesSince':
        return messagesSince(task.file, task.last)
      case 'inspect':
        return inspectWhole(task.file, task.skipRules)
      case 'stood':
        return await stoodIn(task.file, task.moment, onProgress)
    }
  } catch (error) {
    throw storageFailure(error, task.file)
  }
}

async function stoodIn(file: string, moment: Moment, onProgress: Told): Promise<readonly StoodRow[]> {
  const db = open(file)
  try {
    return await readStood(prepareOnce(db), moment, onProgress)
  } finally {
    db.close()
  }
}

function verify(file: string, onProgress: Told): Verified {
  try {
    return read(file, (db) => ({
      found: whatIsWrong(db, onProgress),
      messages: countMessages(db, 0),
      last: lastMessage(db),
      photos: photosIn(db),
    }))
  } catch (error) {
    if (!isFaultOfFile(storageFailure(error, file))) throw error
    return { found: (error as Error).message, messages: 0, last: null, photos: [] }
  }
}

/** What the start checks of a file that was not closed cleanly. Rules of an older file are checked once it is migrated. */
function inspectWhole(file: string, skipRules: boolean): null {
  inspect(file, { skipIntegrityCheck: false })
  if (!skipRules) read(file, (db) => isOld(db) || readable(db, () => refuseBroken(db)))
  return null
}

/** Not so when the disk or another process is at fault: the file itself may be whole. */
function isFaultOfFile(failure: unknown): boolean {
  if (failure instanceof StorageError) return /^Storage(Damaged|Foreign|Newer)$/.test(failure.code)
  return failure instanceof Database.SqliteError // such as: no such table
}

function read<T>(file: string, work: (db: Database.Database) => T): T {
  const db = open(file)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

const open = (file: string) => new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT })

function whatIsWrong(db: Database.Database, onProgress: Told): string | null {
  refuseOthers(db)
  const afterPages = ({ done, total }: VerifyProgress) => onProgress({ done: done + 1, total: total + 1 })
  // The rules need the newest tables; an older file is migrated, and checked, when it is opened.
  return verifyPages(db, 'full') ?? (isOld(db) ? null : verifyRules(db, afterPages))
}

function messagesSince(file: string, last: LastMessage): number | null {
  try {
    return read(file, (db) => (hasMessage(db, last) ? countMessages(db, last?.seq ?? 0) : null))
  } catch (error) {
    if (error instanceof Database.SqliteError) return null
    throw error
  }
}

function hasMessage(db: Database.Database, message: LastMessage): boolean {
  if (!message) return true
  const { seq, at, id } = message
  const stored = { seq, at: Date.parse(at), id: id === null ? null : toStoredId(id) }
  return !!db.prepare(`SELECT 1 ${MESSAGES} AND seq = @seq AND at = @at AND ${ID} IS @id`).get(stored)
}

const countMessages = (db: Database.Database, after: number): number =>
  db.prepare<[number], number>(`SELECT count(*) ${MESSAGES} AND seq > ?`).pluck().get(after) ?? 0

/** Only few messages have any: the others are passed over by the number of their details. */
const photosIn = (db: Database.Database): string[] =>
  db
    .prepare<[], string>(
      `SELECT DISTINCT photo.value FROM history, json_each(details, '$[3]') AS photo
       WHERE ${isOfType('StockDamaged', 'StockSetAside')} AND json_array_length(details) = 4`,
    )
    .pluck()
    .all()

function lastMessage(db: Database.Database): LastMessage {
  const newest = `SELECT seq, at, ${ID} AS id ${MESSAGES} ORDER BY seq DESC LIMIT 1`
  const stored = db.prepare<[], { seq: number; at: number; id: StoredId | null }>(newest).get()
  return stored
    ? { ...stored, at: instantOf(stored.at), id: stored.id === null ? null : fromStoredId(stored.id) }
    : null
}
