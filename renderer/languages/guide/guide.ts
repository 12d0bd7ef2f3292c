import type { Language } from '../languages.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'

/** What the guide explains, in its order. */
export const topics = [
  'begin',
  'damage',
  'counting',
  'countSheets',
  'moves',
  'waits',
  'late',
  'undo',
  'import',
  'backups',
  'sharing',
] as const

export type Topic = (typeof topics)[number]

/** `text`: paragraphs. */
export type Guide = Readonly<Record<Topic, { readonly title: string; readonly text: readonly string[] }>>

/** In plain words; docs/design.md has the rules in full. */
export const guides: Readonly<Record<Language, Guide>> = { en, ko, ja }
