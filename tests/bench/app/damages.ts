import { refAt, skuAt, skusFor } from '../data/plan.ts'

/** What a stock-taker enters. */
export type Damage = { readonly ref: string; readonly qty: number }

/** A good part of a shelf: some lines of a full batch lose their place. */
const UNITS = 20
/** Leads to products all over the warehouse, and to one that is short as often as there is one. */
const STEP = 41

/**
 * Damages of full batches in a warehouse of so many lines, each of another product: of some with many lines, of some
 * with few.
 */
export const damagesIn = (lines: number, count: number): Damage[] =>
  Array.from({ length: count }, (_, index) => ({ ref: refAt(skuAt((index * STEP) % skusFor(lines)), 0), qty: UNITS }))
