import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { getRawHeader } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { _electron } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { runtimeArguments } from '../../desktop/runtime.ts'
import { findChromium } from '../../desktop/stand-in/chromium.ts'
import { languageCodes } from '../../renderer/languages/languages.ts'
import { ready } from '../support/app/app.ts'
import { type Packed, pack } from '../support/packing/pack.ts'

const root = join(import.meta.dirname, '../..')
const sqlite = 'node_modules/better-sqlite3'
let folder: string
let packed: Packed

/** Of a folder and what it holds, relative to another. */
const filesIn = (folder: string, from: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(from, join(entry.parentPath, entry.name)))

/** Of an archive, those that lie beside it marked with a plus. */
function filesOf(archive: string): string[] {
  type Entry = ReturnType<typeof getRawHeader>['header']['files'][string]
  const list = (name: string, entry: Entry): string[] =>
    'files' in entry
      ? Object.entries(entry.files).flatMap(([child, entry]) => list(name ? `${name}/${child}` : child, entry))
      : [`${entry.unpacked ? '+ ' : ''}${name}`]
  return list('', getRawHeader(archive).header)
}

// Electron-builder packs for macOS everywhere but on Windows; the stubs are scripts of a shell.
describe.runIf(process.platform !== 'win32')('what is packed', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warehouse-pack-'))
    packed = await pack(folder)
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))

  test('is what was built and SQLite, with the one binding of the system and processor', () => {
    const runtime = filesIn(join(root, sqlite, 'lib'), root).filter((name) => !/-(x64|arm64)\.js$/.test(name))
    const expected = (binding: string) => [
      'package.json',
      ...filesIn(packed.out, join(packed.out, '..')),
      ...[`${sqlite}/LICENSE`, `${sqlite}/package.json`, ...runtime, `+ ${sqlite}/prebuilds/${binding}.node`],
    ]
    for (const { binding, resources } of packed.packages)
      expect(filesOf(join(resources, 'app.asar')).toSorted()).toEqual(expected(binding).toSorted())
  })

  test('keeps only these fuses of Electron on', async () => {
    const on = async (executable: string) => {
      const { version: _, ...fuses } = await getCurrentFuseWire(executable)
      return Object.entries(fuses).flatMap(([fuse, state]) =>
        state === FuseState.ENABLE ? [FuseV1Options[Number(fuse)]] : [],
      )
    }
    for (const { executable } of packed.packages)
      expect(await on(executable)).toEqual([
        'EnableEmbeddedAsarIntegrityValidation',
        'OnlyLoadAppFromAsar',
        'WasmTrapHandlers',
      ])
  })

  test('speaks the languages of the app', () => {
    const [linux] = packed.packages
    const locales = languageCodes.map((language) => `${language === 'en' ? 'en-US' : language}.pak`)
    expect(readdirSync(join(linux!.resources, '../locales')).toSorted()).toEqual(locales.toSorted())
  })

  test('as a Debian package names its maintainer, and has icons and an entry in the menu', () => {
    const { debian } = packed
    const installed = debian.flatMap((argument) => argument.match(/=(\/.*)/)?.[1] ?? [])
    const sizes = [16, 32, 48, 64, 128, 256, 512, 1024].map((size) => `${size}x${size}`)
    expect([debian[debian.indexOf('--maintainer') + 1], ...installed]).toEqual([
      expect.stringMatching(/^.+ <.+@.+>$/),
      '/opt/Warehouse',
      ...sizes.map((size) => `/usr/share/icons/hicolor/${size}/apps/warehouse.png`),
      '/usr/share/applications/warehouse.desktop',
    ])
  })

  test.runIf(findChromium())('starts, and keeps what it is told', async () => {
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'desktop/stand-in')
    const own = packed.packages.find(({ binding }) => binding === `${process.platform}-${process.arch}`)
    const userData = join(folder, 'data')
    const app = await _electron.launch({
      args: [...runtimeArguments(), join(own!.resources, 'app.asar'), `--user-data-dir=${userData}`],
      env: { ...process.env, STANDIN_HEADLESS: '1' } as Record<string, string>,
    })
    onTestFinished(() => app.close())
    const page = await ready(await app.firstWindow())
    const answers = await page.evaluate(async () => [
      await window.warehouse.handle({ type: 'BatchCreated', ref: 'b1', sku: 'LAMP', qty: 20 }, 'm1'),
      await window.warehouse.view('batches', {}),
    ])
    const batch = { ref: 'b1', sku: 'LAMP', eta: null, qty: 20, allocated: 0, available: 20 }
    expect(answers).toMatchObject([{ ok: true }, { ok: true, value: { rows: [batch] } }])
    expect([await app.evaluate(({ app }) => app.isPackaged), existsSync(join(userData, 'warehouse.db'))]).toEqual([
      true,
      true,
    ])
  })
})
