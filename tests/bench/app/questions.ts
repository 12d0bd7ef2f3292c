import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { launchApp, ready } from '../../support/app/app.ts'
import { type Figure, figure } from '../measure/figure.ts'
import { takeRounds } from '../measure/rounds.ts'
import type { Bench, Suite } from '../suite.ts'
import { buildApp } from './build.ts'
import { type Damage, damagesIn } from './damages.ts'
import { makeUserData } from './userData.ts'

/**
 * What a manager asks at eight: from starting the app's process until each of the five questions is answered on the first
 * screen, and then until the desk says why a SKU is short. Every round is a new process on the same folder.
 */
export const questions: Suite = { name: 'questions', run: measure }

/** Each with the card that answers it, and what that card shows once it does. */
const asked = [
  ['who is short', 'Who is short', /SKUs? (is|are) short/],
  ['what moved since I last looked', 'What moved since you last looked', /waits?|moved|filled|late/],
  ['what is late', 'What is late', /Overdue/],
  ['what arrives when', 'What arrives in 30 days', /Fills/],
  ['what was lost', 'What we lost in 30 days', /Total/],
] as const

async function measure(bench: Bench): Promise<Figure[]> {
  await buildApp(bench)
  const userData = await makeUserData(bench)
  bench.progress('a day before: Today is chosen as the first screen, and something is damaged')
  const damages = damagesIn(userData.lines, 5)
  await inApp(userData.path, async (page) => {
    await page.evaluate(enter, damages)
    await page.keyboard.press('Control+1')
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    return {}
  })
  const { samples } = await takeRounds(bench.quick ? 1 : bench.rounds, null, {
    app: () => inApp(userData.path, answers),
  })
  userData.remove()
  const names = Object.keys(samples.app[0]!)
  return names.map((name) =>
    figure(
      `question: ${name}`,
      'ms',
      samples.app.map((round) => round[name]!),
    ),
  )
}

/** Milliseconds since the start of the app, by what was awaited. */
type Answers = Readonly<Record<string, number>>

async function inApp(userData: string, ask: (page: Page, since: () => number) => Promise<Answers>): Promise<Answers> {
  rmSync(join(userData, 'backups'), { recursive: true, force: true })
  const begun = performance.now()
  const app = await launchApp({ userData, language: 'en' })
  try {
    return await ask(await ready(await app.firstWindow()), () => performance.now() - begun)
  } finally {
    await app.close()
  }
}

/** In the page. */
async function enter(damages: readonly Damage[]): Promise<void> {
  for (const { ref, qty } of damages) {
    const message = { type: 'StockDamaged', ref, qty, reason: 'water' } as const
    const handled = await window.warehouse.handle(message, crypto.randomUUID())
    if (!handled.ok) throw new Error(handled.error.message)
  }
}

async function answers(page: Page, since: () => number): Promise<Answers> {
  const found: [string, number][] = []
  const answered = asked.map(async ([question, card, answer]) => {
    await page.getByRole('region', { name: card }).getByText(answer).first().waitFor()
    found.push([question, since()])
  })
  await Promise.all(answered)
  await page.getByRole('button', { name: /SKUs? (is|are) short/ }).click()
  await page.getByRole('grid', { name: 'Shortages' }).focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('region', { name: /^Shortage of/ })
    .getByText(/Nothing that is known will fill it/)
    .first()
    .waitFor()
  return Object.fromEntries([...found, ['why a SKU is short, on the desk', since()]])
}
