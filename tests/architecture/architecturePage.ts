import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawArchitecture, TOP_FOLDERS } from './drawArchitecture.ts'
import { readImports } from './readImports.ts'

const root = join(import.meta.dirname, '../..')

export const pagePath = join(root, 'docs/architecture.md')

/** The page as it is, and as it would be with the picture drawn from the code. */
export function readPage(): { committed: string; redrawn: string } {
  const committed = readFileSync(pagePath, 'utf8')
  const picture = drawArchitecture(readImports(root, TOP_FOLDERS))
  return { committed, redrawn: committed.replace(/(```mermaid\n).*?(\n```)/s, `$1${picture}$2`) }
}
