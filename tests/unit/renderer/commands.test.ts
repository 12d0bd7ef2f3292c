import { expect, test } from 'vitest'
import { type CommandId, commandIds, commands, screenOf } from '../../../electron/tables/commands.ts'
import { screens } from '../../../electron/tables/screens.ts'
import { languageCodes, languages } from '../../../renderer/languages/languages.ts'
import { commandOf, isTyped, keysText } from '../../../renderer/shell/commands/keys.ts'

const allKeys = commandIds.flatMap((id) => commands[id].keys)

test('no keys do two things, whether Shift is needed for a symbol or not', () => {
  expect(allKeys.toSorted()).toEqual([...new Set(allKeys)].toSorted())
})

// What https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts allows, of which the app uses these.
const ACCELERATOR = /^(CmdOrCtrl\+|Alt\+)*(Shift\+)?([A-Z0-9]|F([1-9]|1\d|2[0-4])|Plus|Esc|[-,=/[])$/

test('each of the keys is an accelerator of Electron', () => {
  expect(allKeys.filter((keys) => !ACCELERATOR.test(keys))).toEqual([])
})

test('Electron and Chromium keep what they use themselves', () => {
  const kept = ['CmdOrCtrl+R', 'CmdOrCtrl+Shift+R', 'F5', 'F12', 'CmdOrCtrl+Shift+I', 'F10', 'Alt+F4', 'CmdOrCtrl+H']
  expect(allKeys.filter((keys) => kept.includes(keys))).toEqual([])
})

test.each(languageCodes)('each command has a text in %s', (language) => {
  const { command, nav } = languages[language].texts
  const texts: Readonly<Record<string, string | undefined>> = command
  const textOf = (id: CommandId) => {
    const screen = screenOf(id)
    return screen === null ? texts[id] : nav[screen]
  }
  expect(commandIds.filter((id) => !textOf(id))).toEqual([])
  expect(Object.keys(texts).filter((id) => !commandIds.includes(id as CommandId))).toEqual([])
})

test('each screen has keys, in the order of the navigation', () => {
  const keys = screens.flatMap((screen) => commands[`go.${screen}`].keys)
  expect(keys).toHaveLength(screens.length)
  expect(keys.slice(0, 3)).toEqual(['CmdOrCtrl+1', 'CmdOrCtrl+2', 'CmdOrCtrl+3'])
})

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const ctrl = { ...none, ctrlKey: true }

test.each([
  ['on a US layout', { key: 'k', code: 'KeyK', ...ctrl }, 'palette'],
  ['while the layout is Korean', { key: 'ㅏ', code: 'KeyK', ...ctrl }, 'palette'],
  ['while an input method has the key', { key: 'Process', code: 'KeyF', ...ctrl }, 'search'],
  ['with caps lock', { key: 'K', code: 'KeyK', ...ctrl }, 'palette'],
  ['where Z lies at the place of Y', { key: 'z', code: 'KeyY', ...ctrl }, 'undo'],
  ['of a digit that Shift makes a symbol', { key: '!', code: 'Digit1', ...ctrl, shiftKey: true }, 'go.import'],
  ['of the key with + and =', { key: '=', code: 'Equal', ...ctrl }, 'zoomIn'],
  ['of the same with Shift', { key: '+', code: 'Equal', ...ctrl, shiftKey: true }, 'zoomIn'],
  ['of the numeric pad', { key: '+', code: 'NumpadAdd', ...ctrl }, 'zoomIn'],
  ['of the slash where it needs Shift', { key: '/', code: 'Digit7', ...none, shiftKey: true }, 'search'],
  ['of Escape', { key: 'Escape', code: 'Escape', ...none }, 'back'],
  ['of F1', { key: 'F1', code: 'F1', ...none }, 'help'],
  ['with another modifier', { key: 'k', code: 'KeyK', ...ctrl, metaKey: true }, null],
  ['with Shift, where nothing has it', { key: 'K', code: 'KeyK', ...ctrl, shiftKey: true }, null],
  ['of a plain letter', { key: 'k', code: 'KeyK', ...none }, null],
])('a command is known by its keys %s', (_where, pressed, id) => {
  expect(commandOf(pressed, false)).toBe(id)
})

test('on a Mac the command key leads, and Ctrl is left to the text', () => {
  const key = { key: 'k', code: 'KeyK' }
  expect([commandOf({ ...key, ...none, metaKey: true }, true), commandOf({ ...key, ...ctrl }, true)]).toEqual([
    'palette',
    null,
  ])
})

test('a slash is typed where text is, keys with a modifier are not', () => {
  expect([isTyped({ key: '/', code: 'Slash', ...none }), isTyped({ key: 'k', code: 'KeyK', ...ctrl })]).toEqual([
    true,
    false,
  ])
})

test('keys are written as people know them', () => {
  expect([keysText('CmdOrCtrl+Shift+N', false), keysText('CmdOrCtrl+Plus', false), keysText('Alt+1', true)]).toEqual([
    'Ctrl+Shift+N',
    'Ctrl++',
    '⌥1',
  ])
  expect(keysText('CmdOrCtrl+Shift+N', true)).toBe('⌘⇧N')
})
