import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** One file of the project imports another; both are paths from its root. */
export type Import = {
  readonly from: string
  readonly to: string
  /** Nothing of it is left when the app runs. */
  readonly isTypeOnly: boolean
}

// Biome formats every import alike, so this finds them all: `import … from './x.ts'`, `export … from './x.ts'`, `import './x.ts'`.
const STATEMENT = /^(?:import|export)\b(?<what>[^'"]*?)(?:\bfrom )?['"](?<path>\.[^'"]+)['"]/gm

/** Every import from one source file of these folders to another. Folders that do not exist are empty. */
export function readImports(root: string, folders: readonly string[]): Import[] {
  const files = folders.flatMap((folder) => sourcesIn(join(root, folder)))
  return files
    .flatMap((file) => importsOf(file, root))
    .filter(({ to }) => folders.includes(to.split('/')[0]!) && /\.tsx?$/.test(to))
}

function sourcesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function importsOf(file: string, root: string): Import[] {
  const path = (of: string) => relative(root, of).split(sep).join('/')
  return [...readFileSync(file, 'utf8').matchAll(STATEMENT)].map(({ groups }) => ({
    from: path(file),
    to: path(resolve(dirname(file), groups!['path']!)),
    isTypeOnly: importsTypesOnly(groups!['what']!),
  }))
}

/** `type { A }`, or `{ type A, type B }`. */
function importsTypesOnly(what: string): boolean {
  if (/^\s*type\b/.test(what)) return true
  const names = /\{([^}]*)\}/
    .exec(what)?.[1]
    ?.split(',')
    .filter((name) => name.trim())
  return !!names?.length && /^\s*\{/.test(what) && names.every((name) => /^\s*type\s/.test(name))
}
