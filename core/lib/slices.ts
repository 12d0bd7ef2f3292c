import { setImmediate } from 'node:timers/promises'

/** Milliseconds. */
const SLICE = 8

/**
 * Made once for a long job, and awaited between its steps: yields to the event loop as soon as the job has held it for some
 * milliseconds. Awaiting what is settled already does not.
 */
export function slices(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE) return
    await setImmediate()
    since = performance.now()
  }
}
