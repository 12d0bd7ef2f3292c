import Database from 'better-sqlite3'
import { check } from '../check.ts'
import { isOld, refuseOthers } from '../open/migrations.ts'

/** The last message that a file holds: the same in two files when one is a copy of the other, made later or earlier. */
export type LastMessage = { readonly seq: number; readonly at: string; readonly id: string | null } | null

/** What is looked for in a file that nobody writes. In its own thread: on a large file each takes seconds. */
export type Look =
  /** Every page, every index, and every rule of the domain. */
  | { readonly kind: 'verify'; readonly file: string }
  /** How many messages the file took after this one. */
  | { readonly kind: 'since'; readonly file: string; readonly last: LastMessage }

export type Verified = {
  /** What is wrong with it, in English; null: nothing. */
  readonly found: string | null
  readonly messages: number
  readonly last: LastMessage
}

const MESSAGES = 'FROM history WHERE cause IS NULL'

export function look(wanted: Look): Verified | number | null {
  const db = new Database(wanted.file, { readonly: true, fileMustExist: true })
  try {
    return wanted.kind === 'verify' ? verify(db) : messagesSince(db, wanted.last)
  } finally {
    db.close()
  }
}

function verify(db: Database.Database): Verified {
  refuseOthers(db)
  return {
    found: whatIsWrong(db),
    messages: db.prepare<[], number>(`SELECT count(*) ${MESSAGES}`).pluck().get() ?? 0,
    last:
      db.prepare<[], NonNullable<LastMessage>>(`SELECT seq, at, id ${MESSAGES} ORDER BY seq DESC LIMIT 1`).get() ??
      null,
  }
}

function whatIsWrong(db: Database.Database): string | null {
  const integrity = db.pragma('integrity_check(1)', { simple: true })
  if (integrity !== 'ok') return String(integrity)
  if (isOld(db)) return null // the rules speak of tables that it has not; it is brought up to date when it is opened
  const [broken] = check(db)
  return broken ? `${broken.rule}: ${JSON.stringify(broken.details)}` : null
}

/** null: the message is not in the file, so what both took has no common end. */
function messagesSince(db: Database.Database, last: LastMessage): number | null {
  if (last) {
    const there = db.prepare(`SELECT 1 ${MESSAGES} AND seq = @seq AND at = @at AND id IS @id`).get(last)
    if (!there) return null
  }
  return (
    db
      .prepare<[number], number>(`SELECT count(*) ${MESSAGES} AND seq > ?`)
      .pluck()
      .get(last?.seq ?? 0) ?? 0
  )
}
