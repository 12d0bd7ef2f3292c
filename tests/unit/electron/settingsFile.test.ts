import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { SettingsFile } from '../../../electron/settingsFile.ts'
import { defaultSettings, settingsChange } from '../../../electron/settingsSchema.ts'
import { temporaryFile } from '../../support/files/temporaryFolder.ts'

const stored = (content: unknown): string => {
  const file = temporaryFile('settings.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

test('at first everything is as the system has it', () => {
  expect(new SettingsFile(temporaryFile('settings.json')).shown).toEqual({
    values: defaultSettings,
    person: '',
    setAside: null,
  })
})

test('what was chosen holds at once, and after the next start', async () => {
  const file = temporaryFile('settings.json')
  const settings = new SettingsFile(file)
  await settings.begin('Kim')
  const saved = settings.change({ language: 'ko', scanPrefix: 'X-' })
  const chosen = { ...defaultSettings, language: 'ko', scanPrefix: 'X-' }
  expect(settings.values).toEqual(chosen)
  await saved
  expect(new SettingsFile(file).shown).toEqual({ values: chosen, person: 'Kim', setAside: null })
})

test('each person has their own, and all have those of the workstation', async () => {
  const settings = new SettingsFile(temporaryFile('settings.json'))
  await settings.begin('Kim')
  await settings.change({ theme: 'dark', sounds: false })
  await settings.begin('__proto__')
  await settings.change({ theme: 'light' })
  await settings.begin('Kim')
  expect(settings.values).toEqual({ ...defaultSettings, theme: 'dark', sounds: false })
  await settings.begin('__proto__')
  expect(settings.values).toEqual({ ...defaultSettings, theme: 'light', sounds: false })
})

test('somebody new begins with what the person before had chosen', async () => {
  const settings = new SettingsFile(temporaryFile('settings.json'))
  await settings.change({ language: 'ja' })
  await settings.begin('Sato')
  expect(settings.values.language).toBe('ja')
})

test('a value that is unknown or wrong is the default, and the others stay', () => {
  const file = stored({
    workstation: { sounds: 'loud', scanGap: '60', later: true, reasons: [{ id: '' }] },
    people: { Kim: { language: 'tlh', theme: 'dark', textSize: 101 }, Lee: null },
    last: 'Kim',
  })
  expect(new SettingsFile(file).values).toEqual({ ...defaultSettings, scanGap: '60', theme: 'dark' })
})

test.each([
  ['no JSON', '{"workstation":{'],
  ['another thing', '[]'],
  ['no text', '\0\xff'],
])('a file that is %s is set aside, and the defaults hold', async (_what, content) => {
  const file = stored(content)
  const settings = new SettingsFile(file)
  expect(settings.shown).toEqual({ values: defaultSettings, person: '', setAside: 'settings-unreadable.json' })
  await settings.change({ theme: 'dark' })
  expect(new SettingsFile(file).values.theme).toBe('dark')
  expect(readFileSync(file.replace('.json', '-unreadable.json'), 'utf8')).toBe(content)
})

test('what cannot be written holds until the app is closed, and leaves nothing behind', async () => {
  const file = temporaryFile('settings.json')
  const settings = new SettingsFile(file)
  mkdirSync(file)
  writeFileSync(`${file}/in-the-way`, '')
  await expect(settings.change({ theme: 'dark' })).rejects.toThrow()
  expect(settings.values.theme).toBe('dark')
  expect(readdirSync(dirname(file))).toEqual(['settings.json'])
  rmSync(file, { recursive: true })
  await settings.change({ density: 'compact' })
  expect(new SettingsFile(file).values).toEqual({ ...defaultSettings, theme: 'dark', density: 'compact' })
})

test('no page can choose where files are written', () => {
  const refused = [{ backupsFolder: '/anywhere' }, { reportFolder: '/anywhere' }, { reportFolder: null }]
  expect(refused.map((change) => settingsChange.safeParse(change).success)).toEqual([false, false, false])
})

test('many changes at once are all written', async () => {
  const file = temporaryFile('settings.json')
  const settings = new SettingsFile(file)
  await Promise.all(['X', 'X-', 'X-1'].map((scanPrefix) => settings.change({ scanPrefix })))
  expect(new SettingsFile(file).values.scanPrefix).toBe('X-1')
})
