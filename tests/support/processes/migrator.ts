import Database from 'better-sqlite3'
import { openWriter } from '../../../core/adapters/sqlite/open/connection.ts'
import { updateTheApp } from '../files/laterMigration.ts'
import { statementsOf } from '../kills/statementsOf.ts'

// A later version of the app that opens a file and is killed half way through a migration: `node migrator.ts <database>
// <migration> <statements>` kills itself (SIGKILL) once so many statements of that migration ran, within its transaction.

const [file = '', migration = '', statements = ''] = process.argv.slice(2)
updateTheApp()
const exec = Database.prototype.exec
Database.prototype.exec = function (this: Database.Database, sql: string) {
  if (sql !== migration) return exec.call(this, sql)
  exec.call(this, statementsOf(sql).slice(0, Number(statements)).join(''))
  process.kill(process.pid, 'SIGKILL')
  return this
}
openWriter(file)
