import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fittedInto, WindowStates } from '../../../electron/windowStates.ts'
import { temporaryFile } from '../../support/files/temporaryFolder.ts'

const area = { x: 0, y: 25, width: 1920, height: 1055 }
const bounds = { x: 100, y: 100, width: 1360, height: 880 }
const state = { bounds, isMaximized: true, isFullScreen: false, screen: 'history' } as const

test.each([
  ['where it can be seen whole', bounds, bounds],
  ['on a display that is gone', { ...bounds, x: 4000, y: -900 }, { ...bounds, x: 560, y: 25 }],
  ['below the edge', { ...bounds, y: 900 }, { ...bounds, y: 200 }],
  ['larger than the display', { x: -50, y: 0, width: 3000, height: 2000 }, area],
])('a window that was left %s is seen whole', (_where, left, opened) => {
  expect(fittedInto(left, area)).toEqual(opened)
})

test('on a display left of the main one it stays there', () => {
  const left = { x: -1800, y: 100, width: 1360, height: 880 }
  expect(fittedInto(left, { x: -1920, y: 0, width: 1920, height: 1080 })).toEqual(left)
})

test('windows are as they were left', () => {
  const file = temporaryFile('windows.json')
  new WindowStates(file).write([state, { ...state, screen: null }])
  expect(new WindowStates(file).read()).toEqual([state, { ...state, screen: null }])
})

test('of what is stored, that which makes no sense is left out', () => {
  const file = temporaryFile('windows.json')
  writeFileSync(file, JSON.stringify([{ bounds: { x: 0 } }, { ...state, screen: 'sauna', isMaximized: 1 }, null]))
  expect(new WindowStates(file).read()).toEqual([{ ...state, screen: null, isMaximized: false }])
  for (const text of ['', '{', '{}']) {
    writeFileSync(file, text)
    expect(new WindowStates(file).read()).toEqual([])
  }
})

test('what cannot be written changes nothing', () => {
  const file = temporaryFile('windows.json')
  mkdirSync(`${file}.draft`)
  new WindowStates(file).write([state])
  expect(new WindowStates(file).read()).toEqual([])
})
