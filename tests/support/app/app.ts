import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { runtimeArguments } from '../../../desktop/runtime.ts'
import type {} from '../../../electron/contract.ts'
import type { Language } from '../../../renderer/languages/languages.ts'

/** As POSIX names a language where it is mostly spoken, such as `ko_KR.UTF-8`. */
const localeOf = (language: Language): string => `${language}_${new Intl.Locale(language).maximize().region}.UTF-8`

/** A data folder of its own, and what removes it. */
export async function makeUserData(): Promise<{ userData: string; remove: () => Promise<void> }> {
  const userData = await mkdtemp(join(tmpdir(), 'warehouse-'))
  return { userData, remove: () => rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) }
}

type Launch = {
  userData: string
  language: Language
  /** The buttons that are pressed in the message boxes of the start, in order; see `answerBoxes.cjs`. */
  answers?: readonly string[] | undefined
  /** Modules that are loaded into the main process first. */
  preloads?: readonly string[]
}

/** Starts the app as it was built, on Electron or its stand-in, on a system that speaks the language. */
export function launchApp({ userData, language, answers, preloads = [] }: Launch): Promise<ElectronApplication> {
  const modules = [...preloads, ...(answers ? [join(import.meta.dirname, 'answerBoxes.cjs')] : [])]
  const preload = modules.flatMap((module) => ['-r', module])
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env // set in the terminals of editors that are Electron apps
  return _electron.launch({
    args: [...runtimeArguments(), ...preload, '.', `--user-data-dir=${userData}`, ...languageArguments(language)],
    cwd: join(import.meta.dirname, '../../..'),
    env: {
      ...env,
      LC_ALL: localeOf(language),
      LANGUAGE: language,
      ANSWERS: JSON.stringify(answers ?? []),
    } as Record<string, string>,
  })
}

/** Chromium goes by the environment on Linux only. */
function languageArguments(language: Language): string[] {
  if (process.platform === 'linux') return []
  return process.platform === 'darwin' ? ['-AppleLanguages', `(${language})`] : [`--lang=${language}`]
}

const OPERATOR = 'Kim'

/** The window once its first screen is drawn and somebody has said who works there. */
export async function ready(window: Page): Promise<Page> {
  const dialog = window.getByRole('dialog').getByRole('textbox')
  await dialog
    .or(window.getByRole('button', { name: OPERATOR }))
    .first()
    .waitFor()
  if (await dialog.isVisible()) {
    await dialog.fill(OPERATOR)
    await dialog.press('Enter')
    await dialog.waitFor({ state: 'detached' })
  }
  await window.getByRole('heading', { level: 1 }).first().waitFor()
  await window.evaluate(() => document.fonts.ready.then(() => true))
  return window
}

/** Answers the next dialogs that ask for a file to open, or for one to save to. */
export async function answerDialogs(app: ElectronApplication, files: { open?: string; save?: string }): Promise<void> {
  await app.evaluate(({ dialog }, { open, save }) => {
    dialog.showOpenDialog = async () => ({ canceled: !open, filePaths: open ? [open] : [] })
    dialog.showSaveDialog = async () => ({ canceled: !save, filePath: save ?? '' })
  }, files)
}
