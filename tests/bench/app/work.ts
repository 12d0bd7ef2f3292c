import { setTimeout } from 'node:timers/promises'
import type { ElectronApplication, Page } from 'playwright'
import { launchApp, ready } from '../../support/app/app.ts'
import { type Figure, figure } from '../measure/figure.ts'
import { percentile } from '../measure/statistics.ts'
import type { Bench, Suite } from '../suite.ts'
import { buildApp } from './build.ts'
import { chooseReason, confirm, type Durations } from './confirm.ts'
import { damagesIn } from './damages.ts'
import { frameFigures } from './frames.ts'
import { memoryOfApp } from './memory.ts'
import { scroll } from './scroll.ts'
import { makeUserData } from './userData.ts'

/**
 * A person works in one app: damages are confirmed, the list of all lines is scrolled, and the memory of its processes
 * is looked at before and after. The backup that every start makes has been made by then.
 */
export const work: Suite = { name: 'work', run: measure }

async function measure(bench: Bench): Promise<Figure[]> {
  await buildApp(bench)
  const userData = await makeUserData(bench)
  bench.progress('starting the app')
  const app = await launchApp({ userData: userData.path, language: 'en' })
  try {
    return await workIn(app, userData.lines, bench)
  } finally {
    await end(app)
    userData.remove()
  }
}

async function workIn(app: ElectronApplication, lines: number, { quick, disk, progress }: Bench): Promise<Figure[]> {
  const page = await ready(await app.firstWindow())
  const memory = () => memoryOfApp(app.process().pid!)
  const before = memory()
  progress('waiting for the backup of the start')
  await backupMade(page)
  const damages = damagesIn(lines, quick ? 6 : 50)
  progress(`confirming ${damages.length} damages`)
  await chooseReason(page)
  const entries: Durations[] = []
  for (const damage of damages) entries.push(await confirm(page, damage))
  const of = (part: keyof Durations) => entries.map((durations) => durations[part])
  const syncs = [disk.probe()]
  progress('scrolling')
  const scrolled = await scroll(page, quick ? 0.6 : 5)
  const after = memory()
  await collectGarbage(page)
  const kept = memory()
  return [
    figure('last digit to preview: p50', 'ms', of('preview')),
    figure('last digit to preview: p95', 'ms', [percentile(of('preview'), 95)]),
    figure('confirm to notice: p50', 'ms', of('confirmation'), { disk: syncs }),
    figure('confirm to notice: p95', 'ms', [percentile(of('confirmation'), 95)], { disk: syncs }),
    ...scrolled.flatMap(({ how, recorded }) => frameFigures(`scroll ${how}`, recorded)),
    ...(before && after && kept
      ? [
          figure('memory: main, its own, after the start', 'MB', [before.main.own]),
          figure('memory: main, its own, after work', 'MB', [after.main.own]),
          figure('memory: main, resident, peak', 'MB', [after.main.peak]),
          figure('memory: window, its own, after the start', 'MB', [before.window.own]),
          figure('memory: window, its own, after work', 'MB', [after.window.own]),
          figure('memory: window, its own, after work, without garbage', 'MB', [kept.window.own]),
        ]
      : []),
  ]
}

async function backupMade(page: Page): Promise<void> {
  for (;;) {
    const state = await page.evaluate(() => window.warehouse.backups())
    if (!state.ok || state.value.failure) throw new Error(`no backup was made: ${JSON.stringify(state)}`)
    if (state.value.backups.length > 0 && state.value.making === null) return
    await setTimeout(100)
  }
}

/** What the window would give back anyway, when the machine is short of memory. */
async function collectGarbage(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.detach()
}

const PATIENCE = 10_000 // milliseconds

/** However it is by now. */
async function end(app: ElectronApplication): Promise<void> {
  const timeout = setTimeout(PATIENCE, null, { ref: false }).then(() => app.process().kill('SIGKILL'))
  await Promise.race([app.close(), timeout])
}
