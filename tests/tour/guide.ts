import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from 'playwright'
import type { HistoryRow, NoticeRow } from '../../electron/contract.ts'
import { type Language, languages } from '../../renderer/languages/languages.ts'
import type { Texts } from '../../renderer/languages/texts.ts'
import type { Screen } from '../../renderer/warehouse/navigation.ts'
import { answerDialogs } from '../support/app/app.ts'

type Seen = { readonly history: number; readonly notices: number }

/** Leads through the app by what a person sees and presses, and tells what each step caused. */
export class Guide {
  readonly window: Page
  readonly texts: Texts
  readonly language: Language
  readonly #app: ElectronApplication
  readonly #folder: string
  readonly #speak: (text: string) => void
  #seen: Seen = { history: 0, notices: 0 }
  #pictures = 0

  constructor(visit: {
    app: ElectronApplication
    window: Page
    language: Language
    folder: string
    speak: (text: string) => void
  }) {
    this.window = visit.window
    this.texts = languages[visit.language].texts
    this.language = visit.language
    this.#app = visit.app
    this.#folder = visit.folder
    this.#speak = visit.speak
  }

  /** The screen that is shown; those that were visited before are hidden behind it. */
  get screen(): Locator {
    return this.window.getByRole('main')
  }

  async story(title: string): Promise<void> {
    this.#speak(`\n${title}`)
  }

  /** Does it, and says which events and notices came of it. */
  async step(text: string, act: () => Promise<unknown>): Promise<void> {
    await act()
    this.#speak(`  ${text}`)
    const { events, notices } = await this.#news()
    for (const line of summarise(events.map(({ event }) => describe(event)))) this.#speak(`      ${line}`)
    for (const line of summarise(notices.map(describeNotice))) this.#speak(`      » ${line}`)
  }

  async go(screen: Screen): Promise<void> {
    const name = new RegExp(`^${this.texts.nav[screen]}(,|$)`) // the number of unread notices may follow
    await this.window.getByRole('navigation').getByRole('button', { name }).click()
  }

  async press(name: string): Promise<void> {
    await this.screen.getByRole('button', { name, exact: true }).filter({ visible: true }).click()
  }

  async chooseFile(file: string, button: string): Promise<void> {
    await answerDialogs(this.#app, { open: join(import.meta.dirname, 'data', file) })
    await this.press(button)
    await this.screen.getByRole('heading', { name: file }).waitFor()
  }

  async picture(name: string): Promise<void> {
    await this.window.waitForTimeout(250) // until what moves has come to rest
    this.#pictures++
    const number = String(this.#pictures).padStart(2, '0')
    await this.window.screenshot({ path: join(this.#folder, `${number}-${name}.png`) })
  }

  async #news(): Promise<{ events: HistoryRow[]; notices: NoticeRow[] }> {
    const [history, notices] = await this.window.evaluate(async () => {
      const history = await window.warehouse.view('history', { limit: 1000 })
      const notices = await window.warehouse.view('notices', { limit: 1000 })
      if (!history.ok || !notices.ok) throw new Error('the record could not be read')
      return [history.value.rows, notices.value.rows] as const
    })
    const news = {
      events: history.filter(({ seq }) => seq > this.#seen.history).reverse(),
      notices: notices.filter(({ seq }) => seq > this.#seen.notices).reverse(),
    }
    this.#seen = { history: history[0]?.seq ?? 0, notices: notices[0]?.seq ?? 0 }
    return news
  }
}

const SHOWN = 12

function summarise(lines: string[]): string[] {
  return lines.length <= SHOWN ? lines : [...lines.slice(0, SHOWN), `… and ${lines.length - SHOWN} more`]
}

function describe({ type, ...fields }: HistoryRow['event']): string {
  const given = Object.entries(fields).filter(([, value]) => value !== null)
  const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : value)
  return `${type} ${given.map(([name, value]) => `${name}=${text(value)}`).join(' ')}`
}

function describeNotice({ kind, orderId, sku, qty, from, to, reason }: NoticeRow): string {
  const line = orderId === null ? sku : `${orderId}: ${qty} × ${sku}`
  const move = from || to ? `, ${from ?? 'waiting'} → ${to ?? 'waiting'}` : ''
  return `${kind}: ${line}${move}${reason ? ` (${reason})` : ''}`
}
