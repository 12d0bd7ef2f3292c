import { type Figure, figure } from '../measure/figure.ts'
import { percentile } from '../measure/statistics.ts'

/**
 * When each frame began, in milliseconds, as the screen asks for them: 60 times a second, so that a frame which comes
 * late takes 33. And in how many of them a row was in sight that was not read yet.
 */
export type Recorded = { readonly frames: readonly number[]; readonly unread: number }

/** @throws Error when there are too few frames to tell */
export function frameFigures(what: string, { frames, unread }: Recorded): Figure[] {
  const times = frameTimes(frames)
  return [
    figure(`${what}: frame, p50`, 'ms', [percentile(times, 50)]),
    figure(`${what}: frame, p95`, 'ms', [percentile(times, 95)]),
    figure(`${what}: longest frame`, 'ms', [Math.max(...times)]),
    figure(`${what}: part of the frames with a row that was not read yet`, '', [unread / frames.length]),
  ]
}

/** Milliseconds from one frame to the next. */
export function frameTimes(frames: readonly number[]): number[] {
  if (frames.length < 3) throw new Error(`only ${frames.length} frames were drawn`)
  return frames.slice(1).map((at, index) => at - frames[index]!)
}
