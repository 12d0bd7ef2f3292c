import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { getPath, name, setPath } from './appPaths.ts'
import { cancellable } from './cancellable.ts'
import { languages, stopChromium } from './chromiumProcess.ts'
import { folder, isPackaged, manifest, switches } from './project.ts'
import { windows } from './registry.ts'
import { singleInstance } from './singleInstance.ts'

const ready = Promise.withResolvers<void>()
let isReady = false
let badgeCount = 0
let isQuitting = false
let lock: ReturnType<typeof singleInstance>

export const app = Object.assign(new EventEmitter(), {
  name,
  isPackaged,
  commandLine: {
    appendSwitch: (name: string, value = '') => void switches.set(name, value),
    removeSwitch: (name: string) => void switches.delete(name),
    hasSwitch: (name: string) => switches.has(name),
    getSwitchValue: (name: string) => switches.get(name) ?? '',
  } satisfies Partial<Electron.CommandLine>,
  isReady: () => isReady,
  whenReady: () => ready.promise,
  getAppPath: () => folder,
  getName: () => name,
  getVersion: () => manifest.version,
  getLocale: () => languages().locale,
  getSystemLocale: () => languages().preferred[0] ?? '',
  getPreferredSystemLanguages: () => languages().preferred,
  getPath,
  setPath,
  enableSandbox() {
    if (app.isReady()) throw new Error('app.enableSandbox() can only be called before app is ready')
    switches.delete('no-sandbox') // as electron_api_app.cc does
    switches.set('enable-sandbox', '')
  },
  setAppUserModelId() {},
  setBadgeCount: (count = 0) => {
    badgeCount = count
    return true
  },
  getBadgeCount: () => badgeCount,
  setAboutPanelOptions() {},
  focus() {},
  requestSingleInstanceLock(additionalData: unknown = null) {
    const start = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    lock ??= singleInstance(join(getPath('userData'), 'standin-lock'), start, (second) => {
      void app.whenReady().then(() => {
        app.emit('second-instance', {}, second.argv, second.workingDirectory, second.additionalData)
      })
    })
    return lock !== undefined
  },
  hasSingleInstanceLock: () => lock !== undefined,
  releaseSingleInstanceLock() {
    lock?.release()
    lock = undefined
  },
  quit() {
    if (isQuitting || !isAllowed('before-quit')) return
    isQuitting = true
    for (const window of [...windows]) window.close()
    isQuitting = windows.size === 0 && isAllowed('will-quit') // or a window refused
    if (isQuitting) void leave(0)
  },
  exit: (code = 0) => void leave(code),
}) satisfies Partial<Omit<Electron.App, keyof NodeJS.EventEmitter | 'commandLine' | 'getPath' | 'setPath'>>

function isAllowed(event: string): boolean {
  const announced = cancellable({})
  app.emit(event, announced)
  return !announced.defaultPrevented
}

async function leave(code: number): Promise<void> {
  isQuitting = true
  app.emit('quit', {}, code)
  await stopChromium()
  process.exit(code)
}

export function announceReady(): void {
  isReady = true
  app.emit('ready', {}, {})
  ready.resolve()
}

/** Electron's own process is the browser's: one does not outlive the other. */
export function chromiumEnded(how: string): void {
  if (isQuitting) return
  console.error(`Chromium ended: ${how}`)
  void leave(1)
}

export function lastWindowClosed(): void {
  if (isQuitting) return
  if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
  else app.quit()
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => app.quit())
