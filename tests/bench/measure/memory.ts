import { existsSync, readFileSync } from 'node:fs'

/** In MB, of a process: what is its own alone; and the most that was resident, of what it shares too. */
export type Memory = { readonly own: number; readonly peak: number }

/** null where the system does not say it in /proc. */
export function memoryOf(pid: number): Memory | null {
  const [smaps, status] = [`/proc/${pid}/smaps_rollup`, `/proc/${pid}/status`]
  return existsSync(smaps) ? memoryIn(readFileSync(smaps, 'utf8'), readFileSync(status, 'utf8')) : null
}

/** @param smaps, status: the files of https://man7.org/linux/man-pages/man5/proc.5.html that have these names */
export function memoryIn(smaps: string, status: string): Memory {
  const kB = (text: string, name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1])
  const own = kB(smaps, 'Private_Clean') + kB(smaps, 'Private_Dirty')
  return { own: (own * 1024) / 1e6, peak: (kB(status, 'VmHWM') * 1024) / 1e6 }
}
