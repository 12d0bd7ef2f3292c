import { z } from 'zod'
import { languageCodes } from '../renderer/languages/languages.ts'
import { channels } from './contract.ts'
import { answer } from './ipc.ts'
import { keepLanguage } from './language.ts'
import { setMenu } from './menu.ts'

export function answerLanguage(): void {
  answer(channels.chooseLanguage, z.tuple([z.enum(languageCodes).nullable()]), async (language) => {
    keepLanguage(language)
    setMenu()
    return null
  })
}
