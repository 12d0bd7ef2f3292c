import { readdirSync, readFileSync } from 'node:fs'
import { type Memory, memoryOf } from '../measure/memory.ts'

/** What the processes of an app take, that of its window beside main. null where the system does not say it. */
export function memoryOfApp(pid: number): { main: Memory; window: Memory } | null {
  const main = memoryOf(pid)
  if (!main) return null
  const windows = processesUnder(pid)
    .filter(isWindow)
    .flatMap((pid) => memoryOf(pid) ?? [])
  const [window] = windows.sort((a, b) => b.own - a.own) // besides it there may be one in reserve
  if (!window) throw new Error('the app has no window')
  return { main, window }
}

/** Chromium writes its command line anew, with spaces. */
const isWindow = (pid: number): boolean =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/).includes('--type=renderer')

function processesUnder(parent: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const children = all.map(Number).filter((pid) => parentOf(pid) === parent)
  return children.flatMap((pid) => [pid, ...processesUnder(pid)])
}

/** null: it has ended meanwhile. */
function parentOf(pid: number): number | null {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return null
  }
}
