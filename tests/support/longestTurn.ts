import { setImmediate } from 'node:timers/promises'

/**
 * How long the job held the event loop at most, in milliseconds of this thread on the processor, since other processes
 * slow the machine down.
 */
export async function longestTurn(job: Promise<unknown>): Promise<number> {
  let longest = 0
  let isDone = false
  const done = job.finally(() => {
    isDone = true
  })
  while (!isDone) {
    const before = process.threadCpuUsage()
    await setImmediate()
    const { user, system } = process.threadCpuUsage(before)
    longest = Math.max(longest, (user + system) / 1000)
  }
  await done
  return longest
}
