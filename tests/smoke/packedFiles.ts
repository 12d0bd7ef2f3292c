import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const release = join(import.meta.dirname, '../../release')

type PackedFiles = { readonly program?: string; readonly appImage?: string; readonly debian?: string }

/** What `npm run pack` has left for this system and processor. */
export function packedFiles(): PackedFiles {
  const names = existsSync(release) ? readdirSync(release) : []
  const find = (suffix: string) => names.filter((name) => name.endsWith(suffix)).map((name) => join(release, name))[0]
  const program = programs[process.platform]
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`
  const path = program && join(release, program(suffix))
  const found = {
    program: path && existsSync(path) ? path : undefined,
    appImage: find('.AppImage'),
    debian: find('.deb'),
  }
  return Object.fromEntries(Object.entries(found).filter(([, file]) => file !== undefined))
}

/** Electron-builder names the folders of other processors than x64 after them. */
const programs: { readonly [Platform in NodeJS.Platform]?: (suffix: string) => string } = {
  linux: (suffix) => `linux${suffix}-unpacked/warehouse`,
  win32: (suffix) => `win${suffix}-unpacked/Warehouse.exe`,
  darwin: (suffix) => `mac${suffix}/Warehouse.app/Contents/MacOS/Warehouse`,
}
