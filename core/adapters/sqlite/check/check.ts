import Database from 'better-sqlite3'
import { throttle } from '../../../lib/throttle.ts'
import type { VerifyProgress } from '../../../ports/backups.ts'
import type { BrokenInvariant } from '../../../ports/store.ts'
import { migrate, migrations } from '../open/migrations.ts'
import { checkReplay } from './replay.ts'
import { rules } from './rules.ts'
import { checkSearch } from './search.ts'
import { checkSheets } from './sheets.ts'
import { checkTold } from './told.ts'

export const SCHEMA_RULE = 'the schema is as this version of the app makes it'

/** Of each rule; more would show nothing new. */
const SHOWN = 100
const BETWEEN_PROGRESS = 100 // milliseconds

/**
 * Everything that is wrong with the content of the file and that the file alone can tell: its schema, its references, the
 * rules of the domain, and whether its history replays to what the tables hold.
 */
export function check(
  db: Database.Database,
  onProgress: (progress: VerifyProgress) => void = () => {},
): BrokenInvariant[] {
  const schema = checkSchema(db)
  if (schema.length > 0) return schema // the other rules speak of tables that may not be there
  const checks = [checkReferences, ...Object.entries(rules).map(checkRule), checkTold, checkReplayed, checkSearch]
  const tell = (done: number) => onProgress({ done, total: checks.length })
  return checks.flatMap((find, done) => {
    tell(done)
    return find(
      db,
      throttle(BETWEEN_PROGRESS, (fraction) => tell(done + fraction)),
    )
  })
}

/** The products, and the count sheets, whose differences come from the products as they were. */
function checkReplayed(db: Database.Database, onFraction: (fraction: number) => void): BrokenInvariant[] {
  const differences = new Map<number, number>()
  const counted = (seq: number, difference: number) => differences.set(seq, difference)
  const products = checkReplay(db, SHOWN, { counted, onFraction })
  return [...products, ...checkSheets(db, differences).slice(0, SHOWN)]
}

const checkRule =
  ([rule, sql]: [string, string]) =>
  (db: Database.Database): BrokenInvariant[] =>
    db
      .prepare<[], BrokenInvariant['details']>(`${sql} LIMIT ${SHOWN}`)
      .all()
      .map((details) => ({ rule, details }))

/** Tables, indexes, triggers and views, compared with those of a database that was just made. */
function checkSchema(db: Database.Database): BrokenInvariant[] {
  const [made, found] = [schemaOfNew(), schemaOf(db)]
  const names = new Set([...made.keys(), ...found.keys()])
  return [...names]
    .filter((name) => made.get(name) !== found.get(name))
    .map((name) => ({ rule: SCHEMA_RULE, details: { name } }))
}

/** Version -> schema; making a database takes longer than checking a small one. */
const schemas = new Map<number, ReadonlyMap<string, string>>()

function schemaOfNew(): ReadonlyMap<string, string> {
  const version = migrations.length
  const known = schemas.get(version)
  if (known) return known
  const db = new Database(':memory:')
  migrate(db)
  const schema = schemaOf(db)
  db.close()
  schemas.set(version, schema)
  return schema
}

/** Name -> the SQL that made it; of an index that a table brings along, ''. The statistics of `ANALYZE` do not count. */
function schemaOf(db: Database.Database): Map<string, string> {
  const entries = db.prepare<[], { name: string; sql: string | null }>(
    `SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'`,
  )
  return new Map(entries.all().map(({ name, sql }) => [name, sql ?? '']))
}

type Dangling = { readonly table: string; readonly rowid: number | null; readonly parent: string }

function checkReferences(db: Database.Database): BrokenInvariant[] {
  const dangling = db.pragma('foreign_key_check') as Dangling[]
  return dangling
    .slice(0, SHOWN)
    .map(({ table, rowid, parent }) => ({ rule: 'every reference leads somewhere', details: { table, rowid, parent } }))
}
