import type { Suite } from '../suite.ts'
import { allocate } from './allocate.ts'
import { backorders } from './backorders.ts'
import { cascade } from './cascade.ts'
import { displaceOne } from './displaceOne.ts'
import { exhausted } from './exhausted.ts'
import { fileSize } from './fileSize.ts'
import { growthInBatch } from './growthInBatch.ts'
import { growthInBatches } from './growthInBatches.ts'
import { growthInCsv } from './growthInCsv.ts'
import { growthInFile } from './growthInFile.ts'
import { importCsv } from './importCsv.ts'
import { openFile } from './openFile.ts'
import { preview } from './preview.ts'
import { search } from './views/search.ts'
import { views } from './views/views.ts'

/** What needs no window. Those that add to the million lines come after those that only read them. */
export const coreSuites: readonly Suite[] = [
  allocate,
  growthInBatch,
  growthInBatches,
  cascade,
  displaceOne,
  exhausted,
  backorders,
  preview,
  importCsv,
  growthInCsv,
  fileSize,
  openFile,
  views,
  search,
  growthInFile,
]
