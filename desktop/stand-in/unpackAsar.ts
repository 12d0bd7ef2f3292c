import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Unpacks an archive, and what lies unpacked beside it, into a folder that is removed when the process ends. */
export function unpackAsar(archive: string): string {
  // electron-builder brings @electron/asar along; an app that starts from its folder does not need it.
  const { extractAll }: typeof import('@electron/asar') = createRequire(import.meta.url)('@electron/asar')
  const folder = mkdtempSync(join(tmpdir(), 'standin-asar-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  extractAll(archive, folder)
  return folder
}
