import type { TFunction } from 'i18next'
import { currentLanguage } from './language.ts'
import { translate } from './translate.ts'

/** Reads texts in the language that main speaks now. */
export const texts = (): TFunction => translate(currentLanguage())
