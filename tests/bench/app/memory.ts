import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** In MB, of a process: what is its own alone; and the most that was resident, of what it shares too. */
export type Memory = { readonly own: number; readonly peak: number }

/** What the processes of an app take. null where the system does not say it in /proc. */
export function memoryOf(main: number): { main: Memory; window: Memory } | null {
  if (!existsSync('/proc/self/smaps_rollup')) return null
  const windows = processesUnder(main).filter((pid) => isWindow(read(pid, 'cmdline')))
  const [largest] = windows.map(memory).sort((a, b) => b.own - a.own) // besides it there may be one in reserve
  if (!largest) throw new Error('the app has no window')
  return { main: memory(main), window: largest }
}

const read = (pid: number, file: string): string => readFileSync(`/proc/${pid}/${file}`, 'utf8')
const memory = (pid: number): Memory => memoryIn(read(pid, 'smaps_rollup'), read(pid, 'status'))
/** Chromium writes its command line anew, with spaces. */
const isWindow = (commandLine: string): boolean => commandLine.split(/[\0 ]/).includes('--type=renderer')

/** @param smaps, status: the files of https://man7.org/linux/man-pages/man5/proc.5.html that have these names */
export function memoryIn(smaps: string, status: string): Memory {
  const kB = (text: string, name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1])
  const own = kB(smaps, 'Private_Clean') + kB(smaps, 'Private_Dirty')
  return { own: (own * 1024) / 1e6, peak: (kB(status, 'VmHWM') * 1024) / 1e6 }
}

function processesUnder(parent: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const children = all.map(Number).filter((pid) => parentOf(pid) === parent)
  return children.flatMap((pid) => [pid, ...processesUnder(pid)])
}

/** null: it has ended meanwhile. */
function parentOf(pid: number): number | null {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(read(pid, 'status'))?.[1])
  } catch {
    return null
  }
}
