import { expect, test } from 'vitest'
import { findChromium, type Machine } from '../../../../desktop/stand-in/chromium.ts'

const machine = (files: Record<string, string>, rest: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  environment: {},
  exists: (file) => file in files,
  read: (file) => files[file] ?? '',
  hasNpmChromium: () => true,
  ...rest,
})
const debian = { '/usr/lib/chromium/chromium': 'program', '/usr/bin/chromium': 'script' }

test('a path in STANDIN_CHROMIUM goes before everything', () => {
  const environment = { STANDIN_CHROMIUM: '/my/chrome', DISPLAY: ':0' }
  expect(findChromium(machine(debian, { environment }))).toEqual({
    kind: 'given',
    executable: '/my/chrome',
    canShowWindows: true,
  })
})

test('STANDIN_CHROMIUM=npm passes over the one of the system', () => {
  const environment = { STANDIN_CHROMIUM: 'npm', DISPLAY: ':0' }
  expect(findChromium(machine(debian, { environment }))).toEqual({ kind: 'npm', canShowWindows: false })
})

test('the one of the system goes before the one of npm', () => {
  expect(findChromium(machine(debian))).toEqual({
    kind: 'system',
    executable: '/usr/lib/chromium/chromium',
    canShowWindows: false,
  })
})

test('a launcher of a snap is passed over', () => {
  const files = { '/usr/bin/chromium': '#!/bin/sh\nexec /snap/bin/chromium "$@"' }
  expect(findChromium(machine(files))).toEqual({ kind: 'npm', canShowWindows: false })
})

test('a window can be shown where there is a screen, unless it is not wanted', () => {
  const canShow = (environment: Machine['environment'], platform: NodeJS.Platform = 'linux') =>
    findChromium(machine({}, { environment: { STANDIN_CHROMIUM: '/my/chrome', ...environment }, platform }))
      ?.canShowWindows
  expect([
    canShow({}),
    canShow({ DISPLAY: ':0' }),
    canShow({ WAYLAND_DISPLAY: 'wayland-0' }),
    canShow({ DISPLAY: ':0', STANDIN_HEADLESS: '1' }),
    canShow({}, 'darwin'),
    canShow({}, 'win32'),
  ]).toEqual([false, true, true, false, true, true])
})

test('Windows has Edge when it has nothing else', () => {
  const root = 'C:/Program Files (x86)'
  const edge = `${root}/Microsoft/Edge/Application/msedge.exe`
  const windows = machine({ [edge]: 'program' }, { platform: 'win32', environment: { 'PROGRAMFILES(X86)': root } })
  expect(findChromium(windows)).toEqual({ kind: 'system', executable: edge, canShowWindows: true })
})

test('a machine may have none', () => {
  expect(findChromium(machine({}, { hasNpmChromium: () => false }))).toBeUndefined()
})
