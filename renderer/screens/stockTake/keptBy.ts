import type { LineRow, Outcome } from '../../../electron/contract.ts'
import { lineKey } from '../../warehouse/lineChanges.ts'

/** Why a line keeps its place while another loses it. `fits`: it is small enough for what is left. */
export type KeptRule = 'pinned' | 'higherPriority' | 'dueEarlier' | 'allocatedEarlier' | 'fits'

/** Of a line of a batch, what protects it but for its age. */
export type Protected = Pick<LineRow, 'pinned' | 'priority' | 'dueDate'>
/** `room`: units that the batch could still hold when the line's turn came. */
export type Lost = Protected & { readonly room: number }

/** The best protected of the lines that a batch has no room for any more: it loses its place first. undefined: none does. */
export function firstToLose(batchRef: string, { events }: Outcome): Lost | undefined {
  const left = events.find((event) => event.type === 'Deallocated' && event.ref === batchRef)
  if (left?.type !== 'Deallocated' || left.room === null) return undefined
  const ordered = events.find((event) => event.type === 'AllocationRequired' && lineKey(event) === lineKey(left))
  if (ordered?.type !== 'AllocationRequired') return undefined
  const { priority, dueDate } = ordered
  return { pinned: left.pinned === true, priority, dueDate, room: left.room }
}

const NO_DATE = '~' // after every date

/**
 * By which rule the one line keeps its place before the other. Among equals it was allocated earlier, if it is too large to
 * have come later.
 */
export function keptBy(kept: Protected & Pick<LineRow, 'qty'>, lost: Lost): KeptRule {
  const differences: [rule: KeptRule, isBetter: boolean, isWorse: boolean][] = [
    ['pinned', kept.pinned && !lost.pinned, !kept.pinned && lost.pinned],
    ['higherPriority', kept.priority > lost.priority, kept.priority < lost.priority],
    ['dueEarlier', due(kept) < due(lost), due(kept) > due(lost)],
    ['allocatedEarlier', kept.qty > lost.room, true],
  ]
  const [rule, isBetter] = differences.find(([, isBetter, isWorse]) => isBetter || isWorse)!
  return isBetter ? rule : 'fits'
}

const due = ({ dueDate }: Protected): string => dueDate ?? NO_DATE
