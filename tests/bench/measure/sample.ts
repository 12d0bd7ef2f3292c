import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Milliseconds that a job took: by the clock, and of all the process's threads on the processors. */
export type Sample = { readonly wall: number; readonly cpu: number }

export async function timed(job: () => unknown): Promise<Sample> {
  collectGarbage() // of those before, which is not this job's
  const cpuBefore = process.cpuUsage()
  const before = performance.now()
  await job()
  const wall = performance.now() - before
  const { user, system } = process.cpuUsage(cpuBefore)
  return { wall, cpu: (user + system) / 1000 }
}

/** Milliseconds by the clock, of each of the jobs that are done one after another. */
export async function timedEach<T>(items: Iterable<T>, job: (item: T) => unknown): Promise<number[]> {
  const durations: number[] = []
  for (const item of items) {
    const before = performance.now()
    await job(item)
    durations.push(performance.now() - before)
  }
  return durations
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
