import { useStored } from '../../ui/useStored.ts'
import { ownKey } from '../../warehouse/sample.ts'

/** What a person has entered of a batch. */
export type Entered = {
  /** `reason`: null: the one that was chosen last for any batch. `photos`: their hashes. */
  readonly damage: {
    readonly qty: string
    readonly note: string
    readonly reason: string | null
    readonly photos: readonly string[]
  }
  /** `expected`: how many units the batch held when the count began. */
  readonly count: { readonly qty: string; readonly note: string; readonly expected: number }
  readonly setAside: {
    readonly what: 'setAside' | 'release' | 'remove'
    readonly qty: string
    readonly note: string
    readonly reason: string | null
    readonly photos: readonly string[]
  }
  readonly arrival: { readonly eta: string | null }
}

export type Work = keyof Entered

/** What was entered of one batch and is not confirmed. `last`: what was entered last. */
type Draft = Partial<Entered> & { readonly last: Work }
/** By the references of their batches. */
type Drafts = Readonly<Record<string, Draft>>

/** @param entered null: nothing is */
export function withEntered<W extends Work>(drafts: Drafts, ref: string, work: W, entered: Entered[W] | null): Drafts {
  const { [ref]: draft, ...others } = drafts
  const { [work]: _, last: __, ...rest } = draft ?? { last: work }
  if (entered !== null) return { ...others, [ref]: { ...rest, [work]: entered, last: work } }
  const [left] = Object.keys(rest) as Work[]
  return left === undefined ? others : { ...others, [ref]: { ...rest, last: left } }
}

const none: Drafts = {}
const KEY = ownKey('drafts')

/** The drafts of this workstation. They survive whatever happens to the app, until they are confirmed or discarded. */
export function useDrafts() {
  const [drafts, keep] = useStored(KEY, none)
  return {
    refs: Object.keys(drafts),
    /** null: there is none. */
    lastWork: (ref: string): Work | null => drafts[ref]?.last ?? null,
    discard: (ref: string) => keep(({ [ref]: _, ...others }) => others),
  }
}

/**
 * What is entered of the batch, in one mode. `blank`: what stands there until something is. `isBlank`: it is nothing that
 * would be lost.
 */
export function useEntered<W extends Work>(
  { ref, work }: { ref: string; work: W },
  blank: Entered[W],
  isBlank: (entered: Entered[W]) => boolean,
) {
  const [drafts, keep] = useStored(KEY, none)
  const kept = drafts[ref]?.[work] as Entered[W] | undefined
  return {
    entered: kept ?? blank,
    isDraft: kept !== undefined,
    enter: (change: Partial<Entered[W]>) =>
      keep((drafts) => {
        const entered = { ...((drafts[ref]?.[work] as Entered[W] | undefined) ?? blank), ...change }
        return withEntered(drafts, ref, work, isBlank(entered) ? null : entered)
      }),
    /** Begins anew. */
    discard: () => keep((drafts) => withEntered(drafts, ref, work, null)),
  }
}
