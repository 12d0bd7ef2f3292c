import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runtimeArguments } from '../../desktop/runtime.ts'
import { findChromium } from '../../desktop/stand-in/chromium.ts'

type Fixture = {
  echo(value: unknown): Promise<object>
  fail(): Promise<never>
  onPush(listener: (value: unknown) => void): void
}
type Seen = Record<'starts' | 'openings' | 'navigations' | 'gone', string[]>
declare const fixture: Fixture
declare const seen: Seen

const standIn = join(import.meta.dirname, '../../desktop/stand-in')
const folder = join(import.meta.dirname, '../support/app/fixtureApp')
let temporary: string

async function launch(args: string[], environment: Record<string, string> = {}) {
  const env = { ...(process.env as Record<string, string>), STANDIN_HEADLESS: '1', ...environment }
  const app = await _electron.launch({ args: [...runtimeArguments(), ...args], env, colorScheme: null })
  const page = await app.firstWindow()
  await page.getByRole('heading').waitFor()
  return { app, page }
}

/** On a busy machine too. */
const soon = { timeout: 10_000 }
const seenBy = (app: ElectronApplication) => app.evaluate(() => seen)
const exitOf = (app: ElectronApplication) => once(app.process(), 'exit')

beforeAll(async () => {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standIn
  temporary = await mkdtemp(join(tmpdir(), 'standin-test-'))
})
afterAll(() => rm(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))

// The stand-in's executable is a shell script.
describe.runIf(process.platform !== 'win32' && findChromium())('an app on the stand-in', () => {
  let app: ElectronApplication
  let page: Page
  let userData: string
  beforeAll(async () => {
    userData = join(temporary, 'first')
    ;({ app, page } = await launch([folder, `--user-data-dir=${userData}`], { LC_ALL: 'ko_KR.UTF-8' }))
  })
  afterAll(() => app.close())

  test('the page has what the preload gives it, and nothing of Node or Electron', async () => {
    const types = () => [typeof fixture.echo, ...['require', 'process', 'standin'].map((name) => name in globalThis)]
    expect(await page.evaluate(types)).toEqual(['function', false, false, false])
  })

  test('a message is cloned, answered, and known by its sender', async () => {
    const answer = await page.evaluate(() => fixture.echo({ due: new Date(0), qty: Number.NaN, note: undefined }))
    expect(answer).toEqual({
      value: { due: new Date(0), qty: Number.NaN, note: undefined },
      origin: 'app://bundle',
      isMain: true,
    })
  })

  test('of an error that a handler throws, the page gets the text', async () => {
    const message = await page.evaluate(() => fixture.fail().catch((error: Error) => error.message))
    expect(message).toBe("Error invoking remote method 'fail': RangeError: too many")
  })

  test('the main process can push to the page', async () => {
    const pushed = page.evaluate(() => new Promise((resolve) => fixture.onPush(resolve)))
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.send('push', [1, 2]))
    expect(await pushed).toEqual([1, 2])
  })

  test('the content security policy of an answer holds', async () => {
    expect(await page.evaluate(() => 'inlineRan' in globalThis)).toBe(false)
  })

  test('a denied window is not opened, and a denied navigation goes nowhere', async () => {
    const opened = await page.evaluate(() => window.open('https://example.com/script'))
    await page.getByRole('link').click()
    await page.evaluate(() => void location.assign('https://example.com/away'))
    await expect
      .poll(() => seenBy(app), soon)
      .toMatchObject({
        openings: ['https://example.com/script', 'https://example.com/link'],
        navigations: ['https://example.com/away'],
      })
    const title = await page.evaluate(() => document.title)
    expect([opened, app.windows().length, title]).toEqual([null, 1, 'Fixture'])
  })

  test('the language is that of the environment, in both processes', async () => {
    const main = await app.evaluate(({ app }) => [app.getLocale(), ...app.getPreferredSystemLanguages()])
    expect([main, await page.evaluate(() => navigator.languages)]).toEqual([
      ['ko', 'ko-KR'],
      ['ko', 'ko-KR'],
    ])
  })

  test('the theme that the app chooses is the one that the page prefers', async () => {
    const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    await app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'dark'
    })
    await expect.poll(isDark, soon).toBe(true)
    await app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'system'
    })
    await expect.poll(isDark, soon).toBe(false)
  })

  test('what must be said before the app is ready is refused afterwards', async () => {
    const refusals = await app.evaluate(({ app, protocol }) => {
      const late = [() => app.enableSandbox(), () => protocol.registerSchemesAsPrivileged([])]
      return late.map((call) => {
        try {
          return call()
        } catch (error) {
          return (error as Error).message
        }
      })
    })
    expect(refusals).toEqual([
      expect.stringContaining('before app is ready'),
      expect.stringContaining('before app is ready'),
    ])
  })

  test('a second instance leaves, and the first learns how it was started', async () => {
    const second = _electron.launch({ args: [folder, `--user-data-dir=${userData}`, 'orders.csv'] })
    await expect(second).rejects.toThrow('exitCode=0')
    await expect.poll(async () => (await seenBy(app)).starts[0]?.at(-1), soon).toBe('orders.csv')
  })

  test('a page that crashed is shown again when the app reloads it', async () => {
    const reloaded = app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(null)))
      contents?.forcefullyCrashRenderer()
      await loaded
      return [contents?.isCrashed(), await contents?.executeJavaScript('document.title')]
    })
    expect(await reloaded).toEqual([false, 'Fixture'])
    expect((await seenBy(app)).gone).toEqual(['crashed'])
  })
})

describe.runIf(process.platform !== 'win32' && findChromium())('the processes of the stand-in', () => {
  test('a killed app takes its Chromium with it, and leaves the lock to the next', async () => {
    const userData = join(temporary, 'killed')
    const { app } = await launch([folder, `--user-data-dir=${userData}`])
    const port = (await readFile(join(userData, 'standin-chromium/DevToolsActivePort'), 'utf8')).split('\n')[0]
    const exit = exitOf(app)
    app.process().kill('SIGKILL')
    await exit
    const next = await launch([folder, `--user-data-dir=${userData}`])
    await next.app.close()
    const isUp = () =>
      fetch(`http://127.0.0.1:${port}/json/version`).then(
        () => true,
        () => false,
      )
    await expect.poll(isUp, soon).toBe(false)
  })

  test('an app that is asked to end does', async () => {
    const { app } = await launch([folder, `--user-data-dir=${join(temporary, 'asked')}`, '--lang=de'])
    expect(await app.evaluate(({ app }) => app.getLocale())).toBe('de')
    const exit = exitOf(app)
    app.process().kill('SIGTERM')
    expect(await exit).toEqual([0, null])
  })

  test.runIf(process.getuid?.() === 0)('as root, an app that insists on the sandbox does not start', async () => {
    const started = launch([folder, `--user-data-dir=${join(temporary, 'root')}`], { SANDBOX: 'always' })
    await expect(started).rejects.toThrow('Running as root without --no-sandbox')
  })

  test('a packed app runs out of its archive', async () => {
    const archive = join(temporary, 'resources/app.asar')
    await createPackage(folder, archive)
    const { app, page } = await launch([archive, `--user-data-dir=${join(temporary, 'packed')}`])
    const about = await app.evaluate(({ app }) => [app.isPackaged, app.getVersion(), process.resourcesPath])
    expect(about).toEqual([true, '1.2.3', join(temporary, 'resources')])
    expect(await page.title()).toBe('Fixture')
    await app.close()
  })
})
