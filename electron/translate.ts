import i18next, { type TFunction } from 'i18next'
import { i18nOptions } from '../renderer/languages/i18nOptions.ts'
import type { Language } from '../renderer/languages/languages.ts'

const i18n = i18next.createInstance()
void i18n.init({ ...i18nOptions, initAsync: false }) // done when it returns

/** What reads texts in a language. */
export const translate = (language: Language): TFunction => i18n.getFixedT(language)
