const digits = '1234567890'

/** The digit that chooses the option at this index; null: it has none. */
export const digitOf = (index: number): string | null => digits[index] ?? null

/** The index of the option that the digit chooses; -1: it chooses none. */
export const optionOf = (digit: string): number => (digit.length === 1 ? digits.indexOf(digit) : -1)
