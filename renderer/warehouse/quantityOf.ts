/** Groups of three digits, with one separator: a comma, an apostrophe, or a space of any width. */
const GROUPED = /^[+-]?\d{1,3}(?:([,'’\s])\d{3})(?:\1\d{3})*$/

/**
 * The number that was typed, also in full-width digits or with thousands separators; undefined: the field is empty. A text
 * that is not plainly a number is passed on, for the core to refuse.
 */
export function quantityOf(text: string): number | string | undefined {
  const trimmed = text.normalize('NFKC').trim() // which makes full-width digits and commas plain ones
  if (trimmed === '') return undefined
  const plain = GROUPED.test(trimmed) ? trimmed.replace(/[,'’\s]/g, '') : trimmed
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : trimmed
}
