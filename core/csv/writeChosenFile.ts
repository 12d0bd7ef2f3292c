import { writeFile } from 'node:fs/promises'
import { CsvError } from './csvError.ts'

/**
 * Writes the file that a person chose, which is replaced if it exists; texts piece by piece.
 * @throws CsvError UnwritableFile
 */
export async function writeChosenFile(
  path: string,
  content: Iterable<string> | AsyncIterable<string> | Uint8Array,
): Promise<void> {
  try {
    await writeFile(path, content)
  } catch (error) {
    throw unwritable(error)
  }
}

/** What a person is told of it, if it is the system's; else the error itself. */
export const unwritable = (error: unknown): unknown =>
  error instanceof Error && 'syscall' in error && 'code' in error
    ? new CsvError('UnwritableFile', { errno: String(error.code) })
    : error
