import type { Ended } from './runProgram.ts'

const SOON = 10_000 // milliseconds

/** The Debian and Ubuntu packages of the libraries that Electron needs and a bare system has not. */
const packages = 'libnss3 libgtk-3-0 libgbm1 libasound2'

/** Why Electron itself did not start, and what to do; null: it did. An app that ends, in whatever way, has started. */
export function whyNotStarted({ code, signal, milliseconds, stderr }: Ended): string | null {
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(stderr)?.[1]
  if (library) return `Electron needs ${library}: install it (on Debian or Ubuntu: apt install ${packages})`
  const isAborted = signal === 'SIGTRAP' || signal === 'SIGABRT' || signal === 'SIGILL' || signal === 'SIGSEGV'
  if (isAborted && milliseconds < SOON) return `Electron ended with ${signal}`
  return code === 127 ? 'Electron could not be run' : null
}
