import type { Settings } from '../../electron/contract.ts'
import { keepText, useKeptText } from '../ui/useStored.ts'
import { useSetting } from './settings.ts'

/** Why stock is written off. */
export type Reason = Settings['reasons'][number]

const plain = (id: string): Reason => ({ id, needsNote: false, isHidden: false })

/** Those that the app has itself. */
const builtIn: readonly Reason[] = [
  ...['water', 'broken', 'failedInspection', 'expired', 'lost'].map(plain),
  { ...plain('other'), needsNote: true }, // by itself it says nothing
]

export const isBuiltIn = (id: string): boolean => builtIn.some((reason) => reason.id === id)

/** The reasons as they are kept, and those that a later version of the app brought. */
export const allReasons = (kept: readonly Reason[]): readonly Reason[] => [
  ...kept,
  ...builtIn.filter(({ id }) => !kept.some((reason) => reason.id === id)),
]

/** @param names what the reasons are called; null: one is called so already */
export function withOwn(reasons: readonly Reason[], words: string, names: readonly string[]): readonly Reason[] | null {
  const isSame = (name: string) => name.toLowerCase() === words.toLowerCase()
  return reasons.some(({ id }) => isSame(id)) || names.some(isSame) ? null : [...reasons, plain(words)]
}

export const withChanged = (reasons: readonly Reason[], id: string, change: Partial<Reason>): readonly Reason[] =>
  reasons.map((reason) => (reason.id === id ? { ...reason, ...change } : reason))

/** One place further up. */
export function withMoved(reasons: readonly Reason[], id: string): readonly Reason[] {
  const at = reasons.findIndex((reason) => reason.id === id)
  return at < 1 ? reasons : reasons.toSpliced(at - 1, 2, reasons[at]!, reasons[at - 1]!)
}

/** The reasons of this workstation, and what changes them. */
export function useReasons() {
  const [kept, keep] = useSetting('reasons')
  const reasons = allReasons(kept)
  return {
    reasons,
    change: (change: (reasons: readonly Reason[]) => readonly Reason[]) => keep([...change(reasons)]),
  }
}

const LAST = 'reason'

/**
 * The reason of an entry, of those that are shown: `chosen` for it, else the one that was chosen last for any batch, since a
 * leaking roof damages several.
 */
export function useReason(chosen: string | null) {
  const last = useKeptText(LAST)
  const shown = useReasons().reasons.filter(({ isHidden }) => !isHidden)
  const reason = shown.find(({ id }) => id === (chosen ?? last))
  return { shown, remember: (id: string) => keepText(LAST, id), id: reason?.id, needsNote: reason?.needsNote === true }
}
