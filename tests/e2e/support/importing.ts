import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test'
import { answerDialogs } from '../../support/app/app.ts'

// What a person who imports looks at and does, by the names that are on the screen.

type At = { app: ElectronApplication; window: Page; userData: string }

/** Chooses a file of this name that holds the text or the bytes. */
export async function choose({ app, window, userData }: At, name: string, content: string | Uint8Array): Promise<void> {
  const open = join(userData, name)
  await writeFile(open, content)
  await chooseFile({ app, window }, open)
}

export async function chooseFile({ app, window }: Omit<At, 'userData'>, open: string): Promise<void> {
  await answerDialogs(app, { open })
  await window.getByRole('button', { name: /^(Choose (a|another) file…|(다른 )?파일 선택…)$/ }).click()
}

export const start = (window: Page): Locator =>
  window.getByRole('main').getByRole('button', { name: /^(Import|가져오기)$/ })

/** A choice, such as of the column that a field is in; its name is what is chosen, then its label. */
export const choice = (window: Page, label: string): Locator =>
  window.getByRole('main').getByRole('button', { name: new RegExp(` ${label}$`) })

export async function pick(window: Page, label: string, option: string): Promise<void> {
  await choice(window, label).click()
  await window.getByRole('option', { name: option, exact: true }).click()
}

/** How many rows went in, were there already, and were wrong; once the import is done. */
export async function counts(window: Page): Promise<string[]> {
  await window.getByRole('definition').first().waitFor()
  return window.getByRole('definition').allInnerTexts()
}

/** Many rows that went in before the test begins. The first one names the fields. */
export async function givenRows({ app, window, userData }: At, rows: readonly string[]): Promise<void> {
  const open = join(userData, 'given.csv')
  await writeFile(open, rows.join('\n'))
  await answerDialogs(app, { open })
  const rejected = await window.evaluate(async () => {
    const { warehouse } = globalThis.window
    const chosen = await warehouse.chooseFile()
    if (!chosen.ok || !chosen.value?.inspection.kind) return 'the file'
    const { file, inspection } = chosen.value
    const { kind } = chosen.value.inspection
    const report = await warehouse.importFile({ file, kind: kind!, mapping: inspection.mappings[kind!] })
    return report.ok ? report.value.rejected : report.error.message
  })
  expect(rejected).toBe(0)
}
