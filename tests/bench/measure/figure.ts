import { median, ratios } from './statistics.ts'

export type Unit = 'us' | 'ms' | 's' | 'MB' | 'bytes' | '/s' | 'x' | ''

/** What the rounds came to. */
export type Spread = {
  readonly median: number
  readonly smallest: number
  readonly largest: number
  readonly rounds: number
}

/** One measured number of the core, or of the app with it, beside the same of the bound where the bound does it too. */
export type Figure = {
  readonly name: string
  readonly unit: Unit
  readonly core: Spread
  readonly bound: Spread | null
  /** Core by bound, round by round. */
  readonly ratio: Spread | null
  /** Microseconds of one fdatasync of this disk in the same rounds; null: the figure does not wait for the disk. */
  readonly fdatasync: number | null
}

type Values = readonly number[]

export function figure(
  name: string,
  unit: Unit,
  core: Values,
  { bound, disk }: { bound?: Values | undefined; disk?: Values | undefined } = {},
): Figure {
  return {
    name,
    unit,
    core: spread(core),
    bound: bound ? spread(bound) : null,
    ratio: bound ? spread(ratios(core, bound)) : null,
    fdatasync: disk ? median(disk) : null,
  }
}

const spread = (values: Values): Spread => ({
  median: median(values),
  smallest: Math.min(...values),
  largest: Math.max(...values),
  rounds: values.length,
})
