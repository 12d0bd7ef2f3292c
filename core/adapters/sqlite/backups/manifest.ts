import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../../durable.ts'

/** What is known of a backup: a JSON file beside it. */
const schema = z.object({
  /** Counts the backups of a folder, so that "newest" does not depend on the clock. */
  number: z.int().min(1),
  at: z.iso.datetime(),
  reason: z.enum(['start', 'migration', 'interval', 'person']),
  bytes: z.int().min(0),
  messages: z.int().min(0),
  last: z.object({ seq: z.int(), at: z.string(), id: z.string().nullable() }).nullable(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  verified: z.object({ at: z.iso.datetime(), found: z.string().nullable(), missingPhotos: z.array(z.string()) }),
})
export type Manifest = z.output<typeof schema>

const manifestOf = (backup: string): string => `${backup}.json`

export const writeManifest = (backup: string, manifest: Manifest): Promise<void> =>
  writeDurably(manifestOf(backup), `${JSON.stringify(manifest, null, 2)}\n`)

/** null: it is missing or unreadable. The file beside it then does not count as a backup. */
export async function readManifest(backup: string): Promise<Manifest | null> {
  try {
    return schema.parse(JSON.parse(await readFile(manifestOf(backup), 'utf8')))
  } catch {
    return null
  }
}

/** The names of the database files in the folder that have a manifest. None where there is no folder. */
export async function backupNames(folder: string): Promise<string[]> {
  const names = new Set(await readdir(folder).catch(emptyIfMissing))
  return [...names].filter((name) => name.endsWith('.db') && names.has(manifestOf(name)))
}

export const pathsOf = (folder: string, name: string): string[] => [join(folder, name), join(folder, manifestOf(name))]

function emptyIfMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}

/** @throws the signal's reason when it is aborted */
export async function sha256(file: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    signal?.throwIfAborted()
    hash.update(chunk)
  }
  return hash.digest('hex')
}
