import { type RefObject, useEffect, useState } from 'react'
import type { OpenEntry } from '../../warehouse/openEntry.ts'
import type { LabelCount } from './useStockTake.ts'

/**
 * The batch with an entry that is not confirmed. `isUnseen`: nobody has typed since the batch was opened: what is entered is from its
 * label, or a draft of an earlier time.
 */
export type Unconfirmed = { readonly ref: string; readonly isUnseen: boolean }

type Entered = {
  readonly ref: string
  readonly isEntered: boolean
  /** The quantity or day that is entered. */
  readonly value: string
  readonly labelled: LabelCount | null
}

/** Marks the batch as having an entry that is not confirmed, for as long as that is so and its form is shown. */
export function useUnconfirmed(unconfirmed: RefObject<Unconfirmed | null>, entered: Entered): void {
  const { ref, isEntered, value, labelled } = entered
  const [atFirst] = useState(value)
  const isUnseen = value === atFirst || value === labelled?.units
  useEffect(() => {
    if (!isEntered) return
    unconfirmed.current = { ref, isUnseen }
    return () => {
      unconfirmed.current = null
    }
  }, [unconfirmed, ref, isEntered, isUnseen])
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
  if (!mayConfirm || inTheWay.isUnseen) return 'unconfirmed'
  const isConfirmed = entry.current?.isValid && (await entry.current.confirm())
  return isConfirmed ? { confirmed: inTheWay.ref } : 'invalid'
}

const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK))
