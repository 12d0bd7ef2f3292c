import type { JudgedGoal } from '../goals.ts'
import type { Machine } from '../machine.ts'
import type { Figure } from '../measure/figure.ts'

/** What a run came to; `--json` prints it as it is. */
export type Report = {
  readonly machine: Machine
  /** Smaller sizes than the goals are meant for. */
  readonly quick: boolean
  readonly figures: readonly Figure[]
  readonly goals: readonly JudgedGoal[]
}
