import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { useRuntime } from '../../../desktop/runtime.ts'
import type { Bench } from '../suite.ts'

export const root = join(import.meta.dirname, '../../..')

let built: Promise<void> | undefined

/** Builds the app from the sources as they are, once in a run, and says what it will run on. */
export function buildApp({ progress }: Bench): Promise<void> {
  built ??= build(progress)
  return built
}

async function build(progress: (text: string) => void): Promise<void> {
  progress('building the app')
  const program = join(
    dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')),
    'bin/electron-vite.js',
  )
  // What it says must not come among the figures.
  const child = spawn(process.execPath, [program, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('the app could not be built')
  progress(`the app runs on ${useRuntime()}`)
}
