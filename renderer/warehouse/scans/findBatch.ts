import { convertHangulToQwerty } from 'es-hangul'
import type { BatchRow } from '../../../electron/contract.ts'
import { SEARCH_LENGTH } from '../../ui/searchLength.ts'
import { unwrap } from '../unwrap.ts'
import { type Elements, isArticleNumber, isArticleOf, readElementString } from './elementString.ts'

const MOST = 1000 // rows that a view returns at once

/** How a text is matched. `whole`: it is a whole reference or SKU, as on a label; `part`: it may be a part of one. */
type Match = 'whole' | 'part'
type Answer = Named | 'none' | 'several'
type Named = {
  readonly batch: BatchRow
  /** By its reference; false: it is the only one of its SKU, or that has the text as a part. */
  readonly isNamed: boolean
}
type Found = Named & {
  /** How many units its label says there are; null: it does not say. */
  readonly count: string | null
}

/**
 * The batch of this reference, whatever its case; else the only batch that matches; else the one that a GS1 label names.
 * @throws Refused when it could not be read
 */
export async function findBatch(text: string, match: Match): Promise<Found | 'none' | 'several'> {
  const found = await byText(text, match)
  if (typeof found !== 'string') return { ...found, count: null }
  const elements = found === 'none' ? readElementString(text) : null
  if (!elements) return found
  const named = await byElements(elements)
  return typeof named === 'string' ? named : { ...named, count: elements.count ?? null }
}

async function byText(text: string, match: Match): Promise<Answer> {
  if (text.length > SEARCH_LENGTH) return 'none'
  let several = false
  // With the keyboard set to Korean, letters that were meant to be Latin arrive as Hangul.
  for (const search of new Set([text, convertHangulToQwerty(text)])) {
    const { rows: exact } = await unwrap(window.warehouse.view('batches', { ref: search, limit: 1 }))
    if (exact[0]) return { batch: exact[0], isNamed: true }
    const { rows } = await unwrap(window.warehouse.view('batches', { search, limit: MOST }))
    const named = rows.filter(({ ref }) => isSame(ref, search))
    const others = match === 'part' ? rows : rows.filter(({ sku }) => isSame(sku, search))
    const matching = named.length > 0 ? named : others
    if (matching.length === 1) return { batch: matching[0]!, isNamed: named.length > 0 }
    several ||= matching.length > 1
  }
  return several ? 'several' : 'none'
}

/** The batch that the label names; without one, the only batch of its product. A SKU that is an article number must be that of the product. */
async function byElements({ batch, product }: Elements): Promise<Answer> {
  if (batch !== undefined) {
    const found = await byText(batch, 'whole')
    if (typeof found === 'string' || product === undefined) return found
    const { sku } = found.batch
    return !isArticleNumber(sku) || isArticleOf(sku, product) ? found : 'none'
  }
  if (product === undefined) return 'none'
  const search = product.replace(/^0+/, '')
  const { rows } = await unwrap(window.warehouse.view('batches', { search, limit: MOST }))
  const matching = rows.filter(({ sku }) => isArticleOf(sku, product))
  if (matching.length > 1) return 'several'
  return matching[0] ? { batch: matching[0], isNamed: false } : 'none'
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
