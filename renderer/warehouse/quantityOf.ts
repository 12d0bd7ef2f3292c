/** The number that was typed; undefined: nothing was. What is no number stays a text, which the core refuses. */
export function quantityOf(text: string): number | string | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return /^[+-]?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed
}
