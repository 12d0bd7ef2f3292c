import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { i18nOptions } from '../languages/i18nOptions.ts'
import { type Language, languageOf } from '../languages/languages.ts'

export const systemLanguage = (): Language => languageOf(navigator.languages)

export const i18n = i18next.createInstance()

export async function startI18n(language: Language): Promise<void> {
  i18n.on('languageChanged', (changed) => {
    document.documentElement.lang = changed
  })
  await i18n.use(initReactI18next).init({ ...i18nOptions, lng: language })
}
