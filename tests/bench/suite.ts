import type { Folder } from './data/folder.ts'
import type { MillionLines } from './data/millionLines.ts'
import type { Disk } from './measure/disk.ts'
import type { Figure } from './measure/figure.ts'

/** What belongs together: `--only` names it. */
export type Suite = {
  readonly name: string
  readonly run: (bench: Bench) => Promise<readonly Figure[]>
}

/** What suites share in one run. */
export type Bench = {
  /** Smaller sizes, for a look in between: fewer rounds would tell nothing. */
  readonly quick: boolean
  readonly rounds: number
  readonly folder: Folder
  readonly disk: Disk
  /** Made when it is first asked for, and the same for all. */
  readonly millionLines: () => Promise<MillionLines>
  readonly progress: (text: string) => void
}
