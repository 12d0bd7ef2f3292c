import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseCommandLine } from './parseCommandLine.ts'
import { unpackAsar } from './unpackAsar.ts'

// The app that this process runs, as its command line names it.

const commandLine = parseCommandLine(process.argv.slice(2))
export const { preloads, switches } = commandLine
const given = resolve(commandLine.app)
export const isPackaged = given.endsWith('.asar')
export const folder = isPackaged ? unpackAsar(given) : given
export const resources = isPackaged ? dirname(given) : join(folder, 'resources')
export const manifest: { main: string; name: string; productName?: string; version: string } = JSON.parse(
  readFileSync(join(folder, 'package.json'), 'utf8'),
)
