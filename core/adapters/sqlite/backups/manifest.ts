import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from './durable.ts'

/** What is known of a backup, in a file of its own beside it. */
const record = z.object({
  at: z.iso.datetime(),
  reason: z.enum(['start', 'migration', 'interval', 'person']),
  bytes: z.int().min(0),
  messages: z.int().min(0),
  last: z.object({ seq: z.int(), at: z.string(), id: z.string().nullable() }).nullable(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  verified: z.object({ at: z.iso.datetime(), found: z.string().nullable() }),
})
export type BackupRecord = z.output<typeof record>

const recordOf = (backup: string): string => `${backup}.json`

export const writeRecord = (backup: string, written: BackupRecord): Promise<void> =>
  writeDurably(recordOf(backup), `${JSON.stringify(written, null, 2)}\n`)

/** null: there is none, or it is not readable; then the file beside it is no backup that can be vouched for. */
export async function readRecord(backup: string): Promise<BackupRecord | null> {
  try {
    return record.parse(JSON.parse(await readFile(recordOf(backup), 'utf8')))
  } catch {
    return null
  }
}

/** The names of the files in the folder that have a record, oldest first. */
export async function backupNames(folder: string): Promise<string[]> {
  const names = new Set(await readdir(folder).catch((error) => nothingWhereNoFolderIs(error)))
  return [...names].filter((name) => name.endsWith('.db') && names.has(recordOf(name))).sort()
}

export const pathsOf = (folder: string, name: string): string[] => [join(folder, name), join(folder, recordOf(name))]

function nothingWhereNoFolderIs(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}

export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk)
  return hash.digest('hex')
}
