import { app } from './app.ts'

type Handler = (request: Request) => Response | Promise<Response>

// Chromium refuses schemes that it does not know before they can be answered, so app://host/x is shown to it as
// https://host.app.standin/x.
const handlers = new Map<string, Handler>()
const standard = new Set<string>()

export const toWeb = (url: string): string =>
  url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/, (origin, scheme, host) =>
    handlers.has(scheme) ? `https://${host}.${scheme}.standin` : origin,
  )
export const fromWeb = (url: string): string =>
  url.replace(/^https:\/\/([^/:]+)\.([a-z][a-z0-9+.-]*)\.standin(?=[/?#]|$)/, '$2://$1')

export const handlerOf = (url: string): Handler | undefined => handlers.get(new URL(url).protocol.slice(0, -1))

export const protocol = {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) if (privileges?.standard && privileges.secure) standard.add(scheme)
  },
  handle(scheme: string, handler: Handler) {
    if (!app.isReady()) throw new Error('protocol.handle can only be used after app is ready')
    if (handlers.has(scheme)) throw new Error(`The scheme has been intercepted: ${scheme}`)
    if (!standard.has(scheme))
      throw new Error(`The stand-in shows only schemes that are standard and secure: ${scheme}`)
    handlers.set(scheme, handler)
  },
  unhandle: (scheme: string) => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
} satisfies Partial<Electron.Protocol>
