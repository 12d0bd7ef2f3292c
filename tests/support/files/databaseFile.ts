import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'

/** Does something to the file behind the app's back. */
export function behindItsBack<T>(file: string, job: (db: Database.Database) => T): T {
  const db = new Database(file)
  try {
    return job(db)
  } finally {
    db.close()
  }
}

/** Makes the file larger by pages that hold nothing, so that copying it takes a while. */
export function inflate(file: string, megabytes: number): void {
  behindItsBack(file, (db) => {
    db.pragma('synchronous = OFF')
    db.exec('CREATE TABLE filler (content)')
    db.prepare('INSERT INTO filler VALUES (zeroblob(?))').run(megabytes * 1_000_000)
    db.exec('DROP TABLE filler')
  })
}

/** The fingerprint of all that was committed, to the byte. */
export function fingerprint(file: string): string {
  behindItsBack(file, (db) => db.pragma('wal_checkpoint(TRUNCATE)'))
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/**
 * How many transactions were committed to the file since its log was last emptied, as the log itself has it: the
 * frame that ends one tells the size of the database, https://sqlite.org/fileformat2.html#the_write_ahead_log
 */
export function commitsInLog(file: string): number {
  if (!existsSync(`${file}-wal`)) return 0
  const log = readFileSync(`${file}-wal`)
  if (log.length === 0) return 0
  const frame = 24 + log.readUInt32BE(8)
  const salt = log.subarray(16, 24)
  let commits = 0
  for (let at = 32; at + frame <= log.length; at += frame)
    if (log.subarray(at + 8, at + 16).equals(salt) && log.readUInt32BE(at + 4) > 0) commits++
  return commits
}
