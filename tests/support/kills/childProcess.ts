import { spawn } from 'node:child_process'
import { once } from 'node:events'

type Ended = { readonly lines: readonly string[]; readonly signal: NodeJS.Signals | null; readonly code: number | null }

/** Runs a program of the tests and kills it, unless it ends before, once `when` answers true; it is asked at every line. */
export async function runUntilKilled(
  program: string,
  args: readonly string[],
  when: (lines: number) => boolean,
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  let lines = 0
  const killWhenDue = () => when(lines) && child.kill('SIGKILL')
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    lines += text.split('\n').length - 1
    killWhenDue()
  })
  killWhenDue()
  const [code, signal] = await once(child, 'close')
  return { lines: printed.split('\n').slice(0, -1), code, signal } // an unfinished line was not said
}

/** Kills it that many milliseconds after so many lines. */
export function after(lines: number, milliseconds: number): (count: number) => boolean {
  let since: number | null = null
  return (count) => {
    if (count < lines) return false
    since ??= performance.now()
    while (performance.now() - since < milliseconds); // a timer would be late, and the child is fast
    return true
  }
}

/** Numbers that look random and come again in every run. */
export function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Does it for 0, 1, 2 and so on, two at a time. */
export async function inTwoLanes(count: number, work: (number: number) => Promise<void>): Promise<void> {
  const lane = async (first: number) => {
    for (let number = first; number < count; number += 2) await work(number)
  }
  await Promise.all([lane(0), lane(1)])
}
