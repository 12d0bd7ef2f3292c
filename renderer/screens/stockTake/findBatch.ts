import { convertHangulToQwerty } from 'es-hangul'
import type { BatchRow } from '../../../electron/contract.ts'
import { SEARCH_LENGTH } from '../../ui/searchLength.ts'
import { unwrap } from '../../warehouse/unwrap.ts'

const MOST = 1000 // rows that a view returns at once

/** How a text is matched. `whole`: it is a whole reference or SKU, as on a label; `part`: it may be a part of one. */
type Match = 'whole' | 'part'

/**
 * The batch of this reference, whatever its case; else the only batch that matches.
 * @throws Refused when it could not be read
 */
export async function findBatch(text: string, match: Match): Promise<BatchRow | 'none' | 'several'> {
  if (text.length > SEARCH_LENGTH) return 'none'
  let several = false
  // With the keyboard set to Korean, letters that were meant to be Latin arrive as Hangul.
  for (const search of new Set([text, convertHangulToQwerty(text)])) {
    const { rows: exact } = await unwrap(window.warehouse.view('batches', { ref: search, limit: 1 }))
    if (exact[0]) return exact[0]
    const { rows } = await unwrap(window.warehouse.view('batches', { search, limit: MOST }))
    const named = rows.filter(({ ref }) => isSame(ref, search))
    const others = match === 'part' ? rows : rows.filter(({ sku }) => isSame(sku, search))
    const matching = named.length > 0 ? named : others
    if (matching.length === 1) return matching[0]!
    several ||= matching.length > 1
  }
  return several ? 'several' : 'none'
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
