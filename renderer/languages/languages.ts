import { en } from './en.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import type { Texts } from './texts.ts'

// A language is a file of texts and a row here; electron-builder.yml has the browser's own texts packed as well.

type Row = {
  /** As its speakers call it. */
  readonly name: string
  readonly texts: Texts
}

export const languages = {
  en: { name: 'English', texts: en },
  ko: { name: '한국어', texts: ko },
  ja: { name: '日本語', texts: ja },
} as const satisfies Readonly<Record<string, Row>>

/** ISO 639-1 */
export type Language = keyof typeof languages

export const languageCodes = Object.keys(languages) as Language[]

/** The first that the app speaks of these language tags, such as `ko` of `ko-KR`; English when it speaks none. */
export function languageOf(tags: readonly string[]): Language {
  const primary = tags.map((tag) => tag.split('-')[0]?.toLowerCase())
  return primary.flatMap((tag) => languageCodes.filter((code) => code === tag))[0] ?? 'en'
}

/** As options of a field, each under its own name. */
export const languageNames = languageCodes.map((id) => ({ id, name: languages[id].name }))
