import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../../..')

/**
 * The program as one file, which starts in a third of the time: for tests that start it hundreds of times. It lies where
 * `better-sqlite3` is found, until the test ends.
 */
export async function bundled(program: string): Promise<string> {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, 'node_modules/.cache/bundled-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: program, outDir: folder, minify: false, rollupOptions: { output: { entryFileNames: '[name].js' } } },
  })
  return join(folder, `${basename(program, '.ts')}.js`)
}
