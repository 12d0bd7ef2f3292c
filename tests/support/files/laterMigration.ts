import { migrations } from '../../../core/adapters/sqlite/open/migrations.ts'

/** What a version of the app that is yet to come might do to the file. */
export const laterMigration = `CREATE TABLE later (line INTEGER NOT NULL REFERENCES lines (seq)) STRICT;
INSERT INTO later SELECT seq FROM lines;
CREATE INDEX later_by_line ON later (line);
`

/** From now on, and until what it returns is called, the app in this process is of that version. */
export function updateTheApp(): () => void {
  const known = migrations as string[]
  known.push(laterMigration)
  return () => void known.pop()
}
