import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Program } from './program.ts'

const root = join(import.meta.dirname, '..')

export type Ended = {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly milliseconds: number
  /** The end of what it wrote there. */
  readonly stderr: string
}

/** Runs the program with the arguments until it ends; all that it says is passed on. */
export async function runProgram({ executable, args }: Program, more: readonly string[]): Promise<Ended> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env // set in the terminals of editors that are Electron apps
  const started = performance.now()
  const child = spawn(executable, [...args, ...more], { cwd: root, stdio: ['inherit', 'inherit', 'pipe'], env })
  // Ctrl+C reaches the whole group, so the app has it already: sent twice, it would cut off what the app is writing.
  const ignore = () => {}
  const passOn = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGINT', ignore).on('SIGTERM', passOn).on('SIGHUP', passOn)
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk)
    stderr = (stderr + chunk).slice(-4_000)
  })
  const [code, signal] = await once(child, 'close').catch((error) => {
    stderr += error.message
    return [127, null]
  })
  process.off('SIGINT', ignore).off('SIGTERM', passOn).off('SIGHUP', passOn)
  return { code, signal, milliseconds: performance.now() - started, stderr }
}
