import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Chromium, findChromium } from './chromium.ts'
import { Browser } from './devtools.ts'
import { chromiumLocale, systemLanguage } from './locale.ts'
import { npmChromium, type Program } from './npmChromium.ts'
import { switches } from './project.ts'

const connected = Promise.withResolvers<Browser>()
let running: Browser | undefined
let isWindowed = false

/** The Chromium that shows this app's windows, once it is up. */
export const browser = connected.promise

/** Did Chromium start with a window of its own? It has no tabs and no address bar, so the app's first window takes it over. */
export const hasOwnWindow = () => isWindowed

export const languages = () => {
  const system = systemLanguage(process.env)
  return { locale: switches.get('lang') || chromiumLocale(system), preferred: [system] }
}

export async function startChromium(userData: string): Promise<Browser> {
  const chromium = findChromium()
  if (!chromium)
    throw new Error(
      'Found neither Chromium nor Chrome: install one, or name it in the environment variable STANDIN_CHROMIUM',
    )
  isWindowed = chromium.canShowWindows
  const program = chromium.kind === 'npm' ? await npmChromium() : { executable: chromium.executable, environment: {} }
  running = await connect(program, flags(chromium, join(userData, 'standin-chromium')))
  connected.resolve(running)
  return running
}

/** Lets Chromium write its profile, for two seconds. */
export async function stopChromium(): Promise<void> {
  if (!running || (running.process.exitCode ?? running.process.signalCode) !== null) return
  const left = once(running.process, 'exit')
  running.root.tell('Browser.close')
  await Promise.race([left, setTimeout(2000)])
  running.process.kill('SIGKILL')
}

/** A profile is taken until the Chromium that had it has ended, which after a kill is a moment later. */
async function connect(program: Program, flags: string[], attempt = 1): Promise<Browser> {
  try {
    return await launch(program, flags)
  } catch (error) {
    if (attempt === 5) throw error
    await setTimeout(attempt * 200)
    return connect(program, flags, attempt + 1)
  }
}

/** Talks over a pipe, so that Chromium ends with this process however it ends; a port is opened only for a test that asks for one. */
async function launch({ executable, environment }: Program, flags: string[]): Promise<Browser> {
  const child = spawn(executable, flags, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...environment, ...languageEnvironment() },
  })
  let log = ''
  child.stderr?.on('data', (chunk) => {
    const [line] = /^DevTools listening on ws:.*/m.exec(chunk) ?? []
    if (line) console.error(line) // what Playwright waits for
    log = (log + chunk).slice(-2000)
  })
  const browser = new Browser(child)
  const failed = once(child, 'error').then(([error]) => Promise.reject(error))
  await Promise.race([browser.root.send('Browser.getVersion'), failed]).catch((error) => {
    throw new Error(`Chromium did not start: ${error.message}\n${log}`)
  })
  return browser
}

function flags(chromium: Chromium, profile: string): string[] {
  const { locale, preferred } = languages()
  const all = new Map([
    ['no-first-run', ''],
    ['no-default-browser-check', ''],
    ['disable-background-networking', ''],
    ...switches,
    ['remote-debugging-pipe', ''],
    ['user-data-dir', profile],
    ['lang', locale],
    ['accept-lang', [...new Set([locale, ...preferred])].join()], // what Electron makes navigator.languages of
  ])
  if (process.getuid?.() === 0 && !all.has('no-sandbox'))
    throw new Error('Running as root without --no-sandbox is not supported') // Chromium's own words
  if (chromium.canShowWindows)
    all.set('app', 'data:text/html,').set('test-type', '') // no warning bar about the flags
  else all.set('headless', '').set('no-startup-window', '').set('hide-scrollbars', '').set('disable-gpu', '')
  return [...all].map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`))
}

/** Chromium on Linux has its own language, and that of Intl, from the environment. */
function languageEnvironment(): Record<string, string> {
  const { locale } = languages()
  return { LANGUAGE: locale, LC_ALL: `${locale.replace('-', '_')}.UTF-8` }
}
