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
    if (error instanceof Error && 'syscall' in error && 'code' in error)
      throw new CsvError('UnwritableFile', { errno: String(error.code) })
    throw error
  }
}
