import { today } from './overdue.ts'

const DAY = 86_400_000 // milliseconds

/** By how many days a batch arrives later than another; negative: earlier. What is there or was due before today counts as today. */
export function daysLater(from: string | null, to: string | null, now = today()): number {
  const day = (eta: string | null) => Date.parse(eta === null || eta < now ? now : eta)
  return Math.round((day(to) - day(from)) / DAY)
}
