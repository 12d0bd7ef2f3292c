/** The number that was typed; undefined: the field is empty. A text that is no number is passed on, for the core to refuse. */
export function quantityOf(text: string): number | string | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return /^[+-]?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed
}
