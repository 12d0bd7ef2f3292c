import { getChoseong } from 'es-hangul'
import fuzzysort from 'fuzzysort'
import type { Found } from '../../ui/FindList.tsx'

export type Findable = Found & { readonly open: () => void }

const MOST = 30
/** Of a full match, which is 1: what has only some letters in common is left out. */
const LEAST = 0.2

/** Those whose names have the characters of the text in their order, the best first; all that are no stock when there is no text. */
export function bestOf<Item extends Pick<Found, 'name'>>(items: readonly Item[], text: string): readonly Item[] {
  const wanted = text.trim()
  if (wanted === '') return items
  const keys = [({ name }: Item) => name, ({ name }: Item) => getChoseong(name)] // the first consonants of Hangul
  return fuzzysort.go(wanted, items, { keys, limit: MOST, threshold: LEAST }).map(({ obj }) => obj)
}
