import { join } from 'node:path'
import { installElectron } from './installElectron.ts'
import { electronProgram, type Program, standInProgram } from './program.ts'
import { runProgram } from './runProgram.ts'
import { describe } from './runtime.ts'
import { findChromium, hasDisplay } from './stand-in/chromium.ts'
import { whyNotStarted } from './whyNotStarted.ts'

// npm start, once the app is built: opens it on Electron, else in a Chromium of this machine, else shows the tour.

process.exitCode = await open(['.', ...process.argv.slice(2)])

async function open(args: readonly string[]): Promise<number> {
  if (!hasDisplay()) return tour('There is no display to open a window on')
  const electron = installElectron()
  if (electron) {
    const ended = await runProgram(electronProgram(electron), args)
    const reason = whyNotStarted(ended)
    if (!reason) return ended.code ?? 1
    console.log(`${reason}.`)
  }
  const chromium = findChromium()
  if (!chromium?.canShowWindows) return tour('There is neither Electron, Chromium nor Chrome to open a window with')
  console.log(`Opening the app in ${describe(chromium)}; its menu, dialogs and notifications need Electron.`)
  return run(standInProgram(), args)
}

function tour(reason: string): Promise<number> {
  console.log(`${reason}: showing the tour instead.`)
  return run({ executable: process.execPath, args: [join(import.meta.dirname, '../tests/tour/tour.ts')] })
}

/** Returns the exit code. */
async function run(program: Program, args: readonly string[] = []): Promise<number> {
  return (await runProgram(program, args)).code ?? 1
}
