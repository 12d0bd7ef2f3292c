import Database from 'better-sqlite3'

/** What ran while a job was done. BEGIN and COMMIT are among the statements; what triggers run is not. */
export type Ran = {
  readonly statements: number
  readonly commits: number
  /** The text of every statement that was run, once. */
  readonly texts: ReadonlySet<string>
  /** When the first transaction began, as `performance.now()` counts; null: none did. */
  readonly began: number | null
}

const methods = ['run', 'get', 'all', 'iterate'] as const
type Method = (this: Database.Statement, ...args: unknown[]) => unknown

/**
 * Counts by standing in for the methods of better-sqlite3's statements, in this process and for the time of the job.
 * It costs a little with each statement, so what is timed is not counted in the same round.
 */
export async function counted(job: () => unknown): Promise<Ran> {
  const prototype = statementPrototype()
  const originals = methods.map((method) => [method, prototype[method]] as const)
  const ran = { statements: 0, commits: 0, texts: new Set<string>(), began: null as number | null }
  for (const [method, original] of originals)
    prototype[method] = function (this, ...args) {
      ran.statements++
      ran.texts.add(this.source)
      if (this.source === 'COMMIT') ran.commits++
      if (this.source.startsWith('BEGIN')) ran.began ??= performance.now()
      return original.apply(this, args)
    }
  try {
    await job()
  } finally {
    for (const [method, original] of originals) prototype[method] = original
  }
  return ran
}

function statementPrototype(): Record<(typeof methods)[number], Method> {
  const db = new Database(':memory:')
  const prototype = Object.getPrototypeOf(db.prepare('SELECT 1'))
  db.close()
  return prototype
}
