import { readFileSync } from 'node:fs'
import { writeWhole } from '../writeWhole.ts'

/**
 * Which version of the app wrote the data last, kept in a file of its own. `before`: null: this one, or none.
 * `keep`: this one has opened the data.
 */
export function writtenBy(file: string, version: string): { readonly before: string | null; keep(): Promise<void> } {
  const last = read(file)
  return {
    before: last === '' || last === version ? null : last,
    keep: () => writeWhole(file, version),
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}
