import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { whyNoSandbox } from './sandbox.ts'

/** What opens the app when it is run with the app's folder behind it, and with arguments. */
export type Program = { readonly executable: string; readonly args: readonly string[] }

/** @param executable Electron's */
export const electronProgram = (executable: string): Program => ({ executable, args: sandboxArguments(executable) })

/** The stand-in, as Node runs it: its own executable is a shell script, which Windows has not. */
export function standInProgram(): Program {
  const file = (name: string) => join(import.meta.dirname, 'stand-in', name)
  const hook = pathToFileURL(file('hook.ts')).href
  return {
    executable: process.execPath,
    args: [
      '--disable-warning=ExperimentalWarning',
      '--import',
      hook,
      file('run.ts'),
      ...sandboxArguments(file('electron')),
    ],
  }
}

function sandboxArguments(executable: string): string[] {
  const reason = whyNoSandbox(executable)
  if (reason) console.log(`${reason}, so the app runs without Chromium's sandbox.`)
  return reason ? ['--no-sandbox'] : []
}
