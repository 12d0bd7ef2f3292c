import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const fileThread = join(root, 'core/adapters/sqlite/backups/fileThread.ts')

/**
 * The program as one small file, which starts in a quarter of the time: for tests that start it often. It lies where
 * `better-sqlite3` is found, with the thread that reads whole files beside it, until the test ends.
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
    build: {
      ssr: true,
      outDir: folder,
      rollupOptions: {
        input: [program, fileThread],
        treeshake: { moduleSideEffects: false }, // what the program does not call is not loaded
        output: {
          entryFileNames: '[name].js',
          minify: { compress: true, mangle: true, codegen: { removeWhitespace: false } },
        },
      },
    },
  })
  return join(folder, `${basename(program, '.ts')}.js`)
}
