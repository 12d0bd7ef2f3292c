import { useStored } from '../../ui/useStored.ts'
import { quantityOf } from '../quantityOf.ts'

/** A batch that gets labels. */
export type Labelled = { readonly ref: string; readonly sku: string }

/** In mm. */
export type Size = { readonly width: number; readonly height: number }

/** Those of the rolls that label printers come with: DYMO, Brother, Zebra, and a parcel's. */
export const sizes = {
  '57x32': { width: 57, height: 32 },
  '62x29': { width: 62, height: 29 },
  '100x50': { width: 100, height: 50 },
  '100x150': { width: 100, height: 150 },
} as const satisfies Record<string, Size>

type Settings = {
  readonly kind: 'code128' | 'qrcode'
  readonly size: keyof typeof sizes | 'own'
  /** Of an own size, as typed. */
  readonly width: string
  readonly height: string
  readonly copies: string
}

const first: Settings = { kind: 'code128', size: '57x32', width: '80', height: '40', copies: '1' }

/** How labels are printed on this workstation. */
export function useLabelSettings() {
  const [settings, keep] = useStored<Settings>('labels', first)
  return { settings, set: (change: Partial<Settings>) => keep((before) => ({ ...before, ...change })) }
}

const SMALLEST = 15 // mm
const LARGEST = 300 // mm
export const MOST_COPIES = 100
/** Labels that are drawn, and printed, at once. */
export const MOST_LABELS = 500

/** null: it is no number of that range. */
const within = (text: string, least: number, most: number): number | null => {
  const number = quantityOf(text)
  return typeof number === 'number' && number >= least && number <= most ? number : null
}

/** null: one of its sides is no number of mm from 15 to 300. */
export function sizeOf({ size, width, height }: Settings): Size | null {
  if (size !== 'own') return sizes[size]
  const own = { width: within(width, SMALLEST, LARGEST), height: within(height, SMALLEST, LARGEST) }
  return own.width === null || own.height === null ? null : { width: own.width, height: own.height }
}

/** null: not a whole number from 1 to 100. */
export function copiesOf({ copies }: Settings): number | null {
  const number = within(copies, 1, MOST_COPIES)
  return Number.isInteger(number) ? number : null
}

const FINEST_BAR = 0.19 // mm: what a printer of 203 dpi can draw, and common scanners read (GS1 General Specifications, 5.12.3)
const MARGIN = 2 // mm on each side

/** Whether the bars of such a text would be too fine: Code 128 has 11 modules for a character, and 35 besides. */
export const isTooFine = (text: string, { width }: Size): boolean =>
  (width - 2 * MARGIN) / (11 * text.length + 35) < FINEST_BAR
