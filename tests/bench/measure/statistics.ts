export const median = (values: readonly number[]): number => percentile(values, 50)

/** The smallest value that so many per cent of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  if (percent === 50 && sorted.length % 2 === 0 && sorted.length > 0)
    return (sorted[sorted.length / 2 - 1]! + sorted[sorted.length / 2]!) / 2
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN
}

/** Each value by the one of the same round: what disturbs a round disturbs both, and the ratio little. */
export const ratios = (values: readonly number[], by: readonly number[]): number[] =>
  values.map((value, round) => value / by[round]!)

/** The power of the size that a cost grows with, in each round: 1 when `times` the size costs `times` as much. */
export const powers = (values: readonly number[], by: readonly number[], times: number): number[] =>
  ratios(values, by).map((ratio) => Math.log(ratio) / Math.log(times))
