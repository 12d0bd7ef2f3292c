import type Database from 'better-sqlite3'
import type { VerifyProgress } from '../../ports/backups.ts'
import type { BrokenInvariant } from '../../ports/store.ts'
import { check, SCHEMA_RULE } from './check/check.ts'
import { damaged } from './failures.ts'

// What is wrong with a database, in English, or null. The check at start and the check of a backup both use these two.

/**
 * Reads every page. `quick` skips comparing indexes with their tables, which takes most of the time: at start a person
 * waits, and the next backup does the full check.
 * https://sqlite.org/pragma.html#pragma_integrity_check
 */
export function verifyPages(db: Database.Database, depth: 'quick' | 'full'): string | null {
  const result = db.pragma(depth === 'quick' ? 'quick_check(1)' : 'integrity_check(1)', { simple: true })
  return result === 'ok' ? null : String(result)
}

/** Every page may be intact and the content still be wrong: rows are missing, or counters do not fit their rows. */
export function verifyRules(db: Database.Database, onProgress?: (progress: VerifyProgress) => void): string | null {
  const [broken] = check(db, onProgress)
  return broken ? textOf(broken) : null
}

/** @throws StorageError StorageDamaged: `readable`, unless the app does not know the file's tables */
export function refuseBroken(db: Database.Database): void {
  const [broken] = check(db)
  if (broken) throw damaged(db.name, textOf(broken), { readable: broken.rule !== SCHEMA_RULE })
}

const textOf = ({ rule, details }: BrokenInvariant): string => `${rule}: ${JSON.stringify(details)}`
