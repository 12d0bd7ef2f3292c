import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openWarehouse } from '../../core/index.ts'
import { prepareRuntime } from '../../desktop/prepareRuntime.ts'
import { type Language, languageCodes } from '../../renderer/languages/languages.ts'
import { launchApp, makeUserData, ready } from '../support/app/app.ts'
import { Guide } from './guide.ts'
import { stories } from './stories.ts'

// npm run tour: the real app, as it was built, lives through the stories; each screen is photographed into tour/.

const pictures = join(import.meta.dirname, '../../tour')

const { runtime, end } = await prepareRuntime()
console.log(`The tour, on ${runtime}`)
await rm(pictures, { recursive: true, force: true })
for (const language of languageCodes)
  await show({ language, theme: 'light', speak: language === 'en' ? console.log : () => {} })
await show({ language: 'en', theme: 'dark', speak: () => {} })
end()
console.log(`\nThe screens are in ${pictures}: in every language, and in the dark.`)

type Visit = { language: Language; theme: 'light' | 'dark'; speak: (text: string) => void }

async function show({ language, theme, speak }: Visit): Promise<void> {
  const folder = join(pictures, theme === 'dark' ? `${language}-dark` : language)
  await mkdir(folder, { recursive: true })
  const { userData, remove } = await makeUserData()
  const app = await launchApp({ userData, language })
  try {
    const window = await ready(await app.firstWindow())
    await window.emulateMedia({ colorScheme: theme })
    await window.setViewportSize({ width: 1360, height: 880 })
    await stories(new Guide({ app, window, language, folder, speak }))
  } finally {
    await app.close()
  }
  speak(`\nEvery invariant, from the lines themselves: ${await brokenInvariants(userData)} broken`)
  await remove()
}

async function brokenInvariants(userData: string): Promise<number> {
  const warehouse = await openWarehouse({ database: join(userData, 'warehouse.db') })
  const broken = await warehouse.check()
  await warehouse.close()
  return broken.length
}
