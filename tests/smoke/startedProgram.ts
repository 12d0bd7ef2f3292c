import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../../desktop/program.ts'
import { makeUserData } from '../support/app/app.ts'
import { expect } from './item.ts'

const PATIENCE = 15_000 // milliseconds, until the first screen is drawn
const ENDING = 5_000

/**
 * Starts the app as a person does, without the switches of a driver; sees its first screen in time and nothing fatal on
 * stderr; presses Ctrl+C, and sees that the file was closed.
 */
export async function expectToStart({ executable, args }: Program, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const { userData, remove } = await makeUserData()
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env
  const started = spawn(executable, [...args, `--user-data-dir=${userData}`, '--remote-debugging-port=0'], {
    cwd: join(import.meta.dirname, '../..'),
    detached: process.platform !== 'win32', // a group of its own, which Ctrl+C reaches
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...inherited, ...env },
  })
  let stderr = ''
  started.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const left = once(started, 'exit')
  try {
    const isUp = () => {
      if (hasEnded(started)) throw new Error(`it has ended: ${stderr}`)
      return isFirstScreen(stderr)
    }
    await expect.poll(isUp, { timeout: PATIENCE }).toBe(true)
  } finally {
    if (!hasEnded(started)) pressCtrlC(started)
    const timer = setTimeout(() => started.kill('SIGKILL'), ENDING)
    await left
    clearTimeout(timer)
  }
  expect(stderr).not.toMatch(/FATAL|crashed/)
  if (process.platform !== 'win32') expect(existsSync(join(userData, 'warehouse.db-closed'))).toBe(true)
  await remove()
}

/**
 * Asks the page over Chromium's DevTools protocol, at the port that Chromium has said. Playwright's `connectOverCDP` needs
 * commands of it that Electron does not have (microsoft/playwright#35131).
 */
async function isFirstScreen(said: string): Promise<boolean> {
  const host = /DevTools listening on ws:\/\/([^/]+)/.exec(said)?.[1]
  if (!host) return false
  const targets: { type: string; webSocketDebuggerUrl: string }[] = await (
    await fetch(`http://${host}/json/list`)
  ).json()
  const page = targets.find(({ type }) => type === 'page')
  if (!page) return false
  const socket = new WebSocket(page.webSocketDebuggerUrl)
  await once(socket, 'open')
  const expression = "document.querySelector('h1, [role=dialog]') !== null"
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }))
  const [{ data }] = (await once(socket, 'message')) as [MessageEvent<string>]
  socket.close()
  return JSON.parse(data).result?.result?.value === true
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

/** Windows has no signals: there the process is ended. */
function pressCtrlC(started: ChildProcess): void {
  if (process.platform === 'win32') started.kill()
  else process.kill(-started.pid!, 'SIGINT')
}
