import { z } from 'zod'

/** Decomposed Hangul, as macOS writes it, takes three code units a syllable. */
const MOST_UNITS_A_CHARACTER = 4

/**
 * A text of one line, 1 to `max` UTF-16 code units after trimming and Unicode normalisation (NFC), so that one name is
 * one name. The raw length is bounded first: normalising is quadratic in combining marks.
 * @param forbidden what it must not contain
 */
const line = (max: number, forbidden: RegExp) =>
  z
    .string()
    .refine((text) => text.length <= max * MOST_UNITS_A_CHARACTER, {
      abort: true,
      params: { problem: 'tooLong', limit: max },
    })
    .normalize()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !forbidden.test(text), { params: { problem: 'controlCharacter' } })

/** A name that people scan, type and read: nothing in it is invisible, and no half of a surrogate pair. */
export const name = (max: number) => line(max, /[\p{Cc}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u)

/** A remark in words, where emoji and right-to-left marks have their place. */
export const remark = (max: number) => line(max, /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u)

/** A plain calendar date, `YYYY-MM-DD`, of no time zone. */
export const date = z.iso.date().refine((day) => day > '0001', { params: { problem: 'notDate' } })
