import { makeBoundFile } from './boundFile.ts'
import { makeCoreFile } from './coreFile.ts'
import type { Folder } from './folder.ts'
import type { Plan } from './plan.ts'

/** Two files that hold the same. */
export type Files = { readonly core: string; readonly bound: string }

export async function makeFiles(folder: Folder, plan: Plan): Promise<Files> {
  const files = { core: folder.newFile('core.db'), bound: folder.newFile('bound.db') }
  await makeCoreFile(files.core, plan)
  await makeBoundFile(files.bound, files.core)
  return files
}
