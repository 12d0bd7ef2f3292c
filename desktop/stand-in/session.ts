import type { Browser } from './devtools.ts'
import { protocol } from './protocol.ts'

type PermissionHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type Preload = Electron.PreloadScriptRegistration & { id: string }

let permissionHandler: PermissionHandler = null
const preloads = new Map<string, Preload>()

const defaultSession = {
  protocol,
  setPermissionRequestHandler(handler: PermissionHandler): void {
    permissionHandler = handler
  },
  setPermissionCheckHandler() {},
  setDevicePermissionHandler() {},
  setSpellCheckerEnabled() {},
  registerPreloadScript(script: Electron.PreloadScriptRegistration): string {
    const id = script.id ?? crypto.randomUUID()
    if (preloads.has(id)) throw new Error(`Cannot register preload script with existing ID '${id}'`)
    preloads.set(id, { ...script, id })
    return id
  },
  unregisterPreloadScript: (id: string) => void preloads.delete(id),
  getPreloadScripts: () => [...preloads.values()],
} satisfies Partial<Record<keyof Electron.Session, unknown>>

export const session = { defaultSession, fromPartition: () => defaultSession }

/** Chromium's names of the permissions that a page may ask for, by Electron's. */
const permissions: Readonly<Record<string, string>> = {
  notifications: 'notifications',
  geolocation: 'geolocation',
  'clipboard-read': 'clipboard-read',
  media: 'camera',
  midi: 'midi',
}

/** Chromium decides by itself, so the app's handler is asked about every permission beforehand. */
export function settlePermissions(browser: Browser, contents: unknown): void {
  for (const [asked, name] of Object.entries(permissions))
    permissionHandler?.(
      contents as Electron.WebContents,
      asked as 'notifications',
      (granted) =>
        browser.root.tell('Browser.setPermission', { permission: { name }, setting: granted ? 'granted' : 'denied' }),
      { requestingUrl: 'app://bundle/', isMainFrame: true, ...(asked === 'media' && { mediaTypes: ['video'] }) },
    )
}
