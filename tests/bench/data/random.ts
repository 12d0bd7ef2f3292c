/** Of the days that plans count, the one on which the app runs: some goods are due and some shipments have come by then. */
const TODAY = 75
const DAY = 86_400_000 // milliseconds

/** The plain date so many days after the plans begin. */
export const day = (days: number): string => new Date(Date.now() + (days - TODAY) * DAY).toISOString().slice(0, 10)

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
