import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runtimeArguments } from '../../../desktop/runtime.ts'
import { type Figure, figure } from '../measure/figure.ts'
import { takeRounds } from '../measure/rounds.ts'
import type { Bench, Suite } from '../suite.ts'
import { buildApp, root } from './build.ts'
import { makeUserData } from './userData.ts'

/**
 * From starting the app's process to its first usable screen, as it is drawn: the batches that the database has are in
 * the list, none of the rows in sight is empty, and a field has the focus and can be typed into. That is the name of
 * who works there, which the app asks for first, as the computer knows it: Enter leads to the list. Every round is a
 * new process on the same folder; the file is in the system's page cache.
 *
 * Nothing but the app runs in its process, and no driver is attached. No backup holds the last entries yet, as on the
 * morning after a day's work, so each start begins to make one.
 */
export const start: Suite = { name: 'start', run: measure }

/** Milliseconds since 1970; see `tellStart.cjs`. */
type Marks = { readonly ready: number; readonly window: number; readonly usable: number }
type Start = { readonly begun: number } & Marks

const PATIENCE = 120_000 // milliseconds

async function measure(bench: Bench): Promise<Figure[]> {
  await buildApp(bench)
  const userData = await makeUserData(bench)
  const rounds = bench.quick ? 1 : bench.rounds
  const startInTurn = (round: number) => {
    bench.progress(round === 0 ? 'starting it' : `starting it again, ${round} of ${rounds}`)
    rmSync(join(userData.path, 'backups'), { recursive: true, force: true })
    return startOnce(userData.path)
  }
  const { samples } = await takeRounds(rounds, null, { app: startInTurn })
  userData.remove()
  const of = (part: string, duration: (start: Start) => number) =>
    figure(`start: ${part}`, 'ms', samples.app.map(duration))
  return [
    of('to the first usable screen', ({ begun, usable }) => usable - begun),
    of('its part before the app is asked to begin', ({ begun, ready }) => ready - begun),
    of('its part until the window is opened, mostly the file', ({ ready, window }) => window - ready),
    of('its part in the window', ({ window, usable }) => usable - window),
  ]
}

async function startOnce(userData: string): Promise<Start> {
  const electron = createRequire(import.meta.url)('electron') as unknown as string // the path of its program
  const begun = performance.timeOrigin + performance.now()
  const tellStart = ['-r', join(import.meta.dirname, 'tellStart.cjs')]
  const app = spawn(electron, [...runtimeArguments(), ...tellStart, '.', `--user-data-dir=${userData}`], {
    cwd: root,
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
  })
  const kill = () => app.kill('SIGKILL')
  process.once('exit', kill)
  const said = await everythingSaid(app)
  process.off('exit', kill)
  const [, marks] = /^started (.*)$/m.exec(said) ?? []
  if (!marks) throw new Error(`the app did not start:\n${said}`)
  return { begun, ...(JSON.parse(marks) as Marks) }
}

/** Until it has ended. */
async function everythingSaid(child: ChildProcess): Promise<string> {
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  await once(child, 'close')
  return said
}
