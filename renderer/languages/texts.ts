import type { en } from './en.ts'

/** Forms that other languages have besides English's `_one` and `_other`. */
type OtherForm = 'zero' | 'two' | 'few' | 'many'

/**
 * All texts in a language: of the window, of main and of mails. They are named as in English, but for the plural forms,
 * which are those of the language; the tests compare them with `Intl.PluralRules`.
 */
export type Texts<T = typeof en> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Texts<T[K]>
} & {
  readonly [K in keyof T as K extends `${infer Name}_other` ? `${Name}_one` | `${Name}_${OtherForm}` : never]?: string
}
