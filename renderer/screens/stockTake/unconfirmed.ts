import { type RefObject, useEffect } from 'react'
import type { OpenEntry } from '../../warehouse/openEntry.ts'

/** The batch with an entry that is not confirmed. `isFromLabel`: its quantity is what the label said, and no person looked at it. */
export type Unconfirmed = { readonly ref: string; readonly isFromLabel: boolean }

type Entered = Unconfirmed & { readonly isEntered: boolean }

/** Marks the batch as having an entry that is not confirmed, for as long as that is so and its form is shown. */
export function useUnconfirmed(unconfirmed: RefObject<Unconfirmed | null>, entered: Entered): void {
  const { ref, isEntered, isFromLabel } = entered
  useEffect(() => {
    if (!isEntered) return
    unconfirmed.current = { ref, isFromLabel }
    return () => {
      unconfirmed.current = null
    }
  }, [unconfirmed, ref, isEntered, isFromLabel])
}

type Way = {
  /** The batch to be opened. */
  ref: string
  /** Whether the screen is: the entries of a hidden one are not known. */
  isShown: RefObject<boolean>
  unconfirmed: RefObject<Unconfirmed | null>
  entry: RefObject<OpenEntry | null>
  /** Whether an entry of another batch is confirmed if it can be. */
  mayConfirm: boolean
}

const LOOK = 10 // milliseconds between two looks
const PATIENCE = 5_000 // milliseconds that an entry may take until it is confirmed, or what it changes is known

/**
 * Makes way for another batch. `free`: no entry was in the way; `unconfirmed`, `invalid`: one stays, which is left to the person, or
 * could not be confirmed; else the batch whose entry was confirmed.
 */
export async function makeWay(way: Way): Promise<'free' | 'unconfirmed' | 'invalid' | { confirmed: string }> {
  const { ref, isShown, unconfirmed, entry, mayConfirm } = way
  while (!isShown.current) await pause()
  for (let waited = 0; entry.current?.isBusy && waited < PATIENCE; waited += LOOK) await pause()
  const inTheWay = unconfirmed.current
  if (inTheWay === null || inTheWay.ref === ref) return 'free'
  if (!mayConfirm || inTheWay.isFromLabel) return 'unconfirmed'
  const isConfirmed = entry.current?.isValid && (await entry.current.confirm())
  return isConfirmed ? { confirmed: inTheWay.ref } : 'invalid'
}

const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK))
