import type { NoticeGroupRow } from '../../../electron/contract.ts'

type Group = Pick<NoticeGroupRow, 'newest'>

/**
 * Of the groups that have the newest notices, those with a notice after `seen`, the sequence of a notice. In a backup that was
 * restored, notices end before what was seen: what came since is not known, so all of them are told.
 */
export function unseen<G extends Group>(groups: readonly G[], seen: number): readonly G[] {
  const isRestored = seen > (groups[0]?.newest ?? 0)
  return isRestored ? groups : groups.filter(({ newest }) => newest > seen)
}
