import type { LineRow, Outcome } from '../../../electron/contract.ts'
import { lineKey } from '../../warehouse/lineChanges.ts'

/** Why a line keeps its place while another loses it. `fits`: it is protected less, but small enough for what is left. */
export type KeptRule = 'pinned' | 'higherPriority' | 'dueEarlier' | 'allocatedEarlier' | 'fits'

/** Of a line of a batch, what protects it. */
export type Protected = Pick<LineRow, 'pinned' | 'priority' | 'dueDate' | 'since'>

/** The best protected of the lines that lose their place in the batch: it loses it first. undefined: none does. */
export function firstToLose(batchRef: string, { events }: Outcome): Protected | undefined {
  const left = events.find((event) => event.type === 'Deallocated' && event.ref === batchRef)
  if (left?.type !== 'Deallocated') return undefined
  const ordered = events.find((event) => event.type === 'AllocationRequired' && lineKey(event) === lineKey(left))
  if (ordered?.type !== 'AllocationRequired') return undefined
  const { priority, dueDate } = ordered
  return { pinned: left.pinned === true, priority, dueDate, since: left.since }
}

const NO_DATE = '~' // after every date

/** By which rule of protection the one line keeps its place before the other. */
export function keptBy(kept: Protected, lost: Protected): KeptRule {
  const differences: [rule: KeptRule, isBetter: boolean, isWorse: boolean][] = [
    ['pinned', kept.pinned && !lost.pinned, !kept.pinned && lost.pinned],
    ['higherPriority', kept.priority > lost.priority, kept.priority < lost.priority],
    ['dueEarlier', due(kept) < due(lost), due(kept) > due(lost)],
    ['allocatedEarlier', (kept.since ?? 0) < (lost.since ?? 0), true],
  ]
  const [rule, isBetter] = differences.find(([, isBetter, isWorse]) => isBetter || isWorse)!
  return isBetter ? rule : 'fits'
}

const due = ({ dueDate }: Protected): string => dueDate ?? NO_DATE
