import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import type { Warehouse } from '../../core/index.ts'
import type { Failure } from '../contract.ts'
import { askForFolder } from '../fileDialogs.ts'
import type { Ipc } from '../ipc.ts'
import { changeSettings, settings } from '../settings.ts'
import { toFailure } from '../toFailure.ts'
import { writeWhole } from '../writeWhole.ts'
import { dueDay } from './dueDay.ts'
import { makeReport } from './makeReport.ts'
import { ReportPages } from './reportPages.ts'

const FIRST = 5_000 // milliseconds after the start, which it must not slow down
const INTERVAL = 30_000 // milliseconds
const DAY = 86_400_000 // milliseconds

/**
 * Makes the daily report at its time, or at the next start. Once a day: its message has an id of its day, so that it is handled,
 * and mailed, once, even when the app was killed while it was made; and the day is kept in a file beside the data, so that
 * restoring a backup makes none again.
 */
export class ReportSchedule {
  readonly #warehouse: () => Warehouse
  readonly #mayMake: () => boolean
  readonly #pages = new ReportPages()
  #isMaking = false
  #failure: Failure | null = null

  /**
   * @param warehouse the one that is open now
   * @param mayMake whether it is one that reports are made of
   */
  constructor(warehouse: () => Warehouse, mayMake: () => boolean) {
    this.#warehouse = warehouse
    this.#mayMake = mayMake
  }

  serve(ipc: Ipc): void {
    this.#pages.serve(ipc)
    ipc.serve('reportFailure', z.tuple([]), async () => this.#failure)
    ipc.serve('chooseReportFolder', z.tuple([]), async (caller) => {
      const folder = await askForFolder(caller, reportFolder())
      if (folder !== null) await changeSettings({ reportFolder: folder })
      return null
    })
  }

  start(): void {
    settings().onChange(() => void this.makeDue())
    setTimeout(() => {
      void this.makeDue()
      setInterval(() => void this.makeDue(), INTERVAL).unref()
    }, FIRST).unref()
  }

  /** Never rejects: what failed is said among the settings, and tried again. */
  async makeDue(now = new Date()): Promise<void> {
    if (this.#isMaking || !this.#mayMake()) return
    this.#isMaking = true
    try {
      const day = dueDay(settings().values.report, now)
      const warehouse = this.#warehouse() // the same throughout: the sample may take its place meanwhile
      if (day !== null && !(await isMade(warehouse, day))) await this.#make(warehouse, day, now)
      this.#failure = null
    } catch (error) {
      if (this.#failure === null) log.error('the daily report was not made', error)
      this.#failure = toFailure(error)
    } finally {
      this.#isMaking = false
    }
  }

  async #make(warehouse: Warehouse, day: string, now: Date): Promise<void> {
    const { mail } = settings().values.report
    const folder = reportFolder()
    const [last] = (await warehouse.view('entries', { type: 'ReportMade', limit: 1 })).rows
    const since = last?.at ?? new Date(now.getTime() - DAY).toISOString()
    const files = await makeReport(warehouse, { day, since, folder, pages: this.#pages })
    await warehouse.handle({ type: 'ReportMade', day, folder, files, mail }, { id: idOf(day) })
    await writeWhole(stateFile(), JSON.stringify({ day }))
  }
}

async function isMade(warehouse: Warehouse, day: string): Promise<boolean> {
  if (lastMade() >= day) return true
  const { rows } = await warehouse.view('entries', { id: idOf(day), limit: 1 })
  return rows.length > 0
}

const idOf = (day: string): string => `daily-report:${day}`

const reportFolder = (): string => settings().values.reportFolder ?? join(app.getPath('documents'), app.name)

const stateFile = (): string => join(app.getPath('userData'), 'last-report.json')
const stateSchema = z.object({ day: z.iso.date() })

/** The day of the newest report that this workstation made; empty: none. */
function lastMade(): string {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(stateFile(), 'utf8'))).day
  } catch {
    return ''
  }
}
