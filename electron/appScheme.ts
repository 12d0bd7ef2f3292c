import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, join, relative } from 'node:path'
import { protocol } from 'electron'
import type { PhotoFolder } from '../core/index.ts'

/** The window's whole world: only files of the app, under an origin of their own. */
export const APP_ORIGIN = 'app://bundle'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
}

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The one style that react-aria injects, a constant; the hash is the one that Chromium names when it refuses it.
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "connect-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Once it is ready: answers `app://bundle/…` with the files of the folder and the photos, and everything else with 404. */
export function serveApp(folder: string, photos: () => PhotoFolder): void {
  protocol.handle('app', async ({ url }) => {
    const file = photoOf(url, photos()) ?? fileOf(url, folder)
    const type = file && CONTENT_TYPES[extname(file)]
    if (!type) return new Response(null, { status: 404 })
    return readFile(file).then(
      (body) => new Response(body, { headers: headers(type) }),
      () => new Response(null, { status: 404 }),
    )
  })
}

const PHOTO = new RegExp(`^${APP_ORIGIN}/photos/([0-9a-f]{64})\\.jpg$`)

/** null: the address is of no photo. */
function photoOf(url: string, photos: PhotoFolder): string | null {
  const hash = PHOTO.exec(url)?.[1]
  return hash === undefined ? null : photos.pathOf(hash)
}

/** null: the address is of no file in the folder. */
function fileOf(url: string, folder: string): string | null {
  if (!url.startsWith(`${APP_ORIGIN}/`)) return null
  try {
    const file = join(folder, decodeURIComponent(new URL(url).pathname))
    const inside = relative(folder, file)
    return inside.startsWith('..') || isAbsolute(inside) || inside.includes('\0') ? null : file
  } catch {
    return null // a malformed address
  }
}

const headers = (type: string) => ({
  'content-type': type,
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
})
