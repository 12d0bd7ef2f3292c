import { deepStrictEqual } from 'node:assert'
import { openWarehouse } from '../../../core/index.ts'
import { type Files, makeFiles } from './files.ts'
import type { Folder } from './folder.ts'
import { warehousePlan } from './plan.ts'

/** A warehouse in use. Suites may add to the files, not replace what is there. */
export type MillionLines = { readonly lines: number; readonly files: Files }

/** @throws AssertionError when the file that was made is not one that messages could have made */
export async function makeMillionLines(
  folder: Folder,
  lines: number,
  progress: (text: string) => void,
): Promise<MillionLines> {
  progress(`making a file of ${lines} lines`)
  const files = await makeFiles(folder, warehousePlan(lines))
  progress('checking it')
  const warehouse = await openWarehouse({ database: files.core })
  deepStrictEqual(await warehouse.check(), [])
  await warehouse.close()
  return { lines, files }
}
