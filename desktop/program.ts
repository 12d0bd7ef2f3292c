import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { whyNoSandbox } from './sandbox.ts'

/** What opens the app when it is run with the app's folder behind it, and with arguments. */
export type Program = { readonly executable: string; readonly args: readonly string[] }

/** @param executable Electron's */
export function electronProgram(executable: string): Program {
  const reason = whyNoSandbox(executable)
  if (reason) console.log(`${reason}, so Electron runs without its sandbox.`)
  return { executable, args: reason ? ['--no-sandbox'] : [] }
}

/** The stand-in, as Node runs it: its own executable is a shell script, which Windows has not. */
export function standInProgram(): Program {
  const file = (name: string) => join(import.meta.dirname, 'stand-in', name)
  const hook = pathToFileURL(file('hook.ts')).href
  return {
    executable: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', '--import', hook, file('run.ts')],
  }
}
