import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

type Script = { readonly name: string; readonly args?: readonly string[]; readonly env?: Record<string, string> }

export type Ended = { readonly name: string; readonly seconds: number; readonly isOk: boolean }

/**
 * Runs a script of package.json. What it prints is passed on at once when it runs alone, and as a whole when it ended where
 * others run beside it.
 */
export async function runScript({ name, args = [], env }: Script, { isAlone }: { isAlone: boolean }): Promise<Ended> {
  const started = performance.now()
  const npm = process.env['npm_execpath'] ?? '' // a file for Node, on every system
  const child = spawn(process.execPath, [npm, 'run', '--silent', name, '--', ...args], {
    stdio: ['ignore', isAlone ? 'inherit' : 'pipe', isAlone ? 'inherit' : 'pipe'],
    env: { ...process.env, ...env },
  })
  const printed = Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')))
  const [code] = await once(child, 'close')
  const seconds = (performance.now() - started) / 1000
  if (!isAlone) console.log(`\n> ${name}\n${(await printed).join('')}`)
  return { name, seconds, isOk: code === 0 }
}
