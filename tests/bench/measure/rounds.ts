import type { Disk } from './disk.ts'

/** One job of those that are compared. It prepares what it needs, and answers what it measured itself. */
export type Contestant<T> = (round: number) => Promise<T>

export type Rounds<Name extends string, T> = {
  readonly samples: { readonly [N in Name]: readonly T[] }
  /** Microseconds of one fdatasync in each round. */
  readonly disk: readonly number[]
}

/**
 * Every contestant in every round, in turns the other way round, so that what changes with time is nobody's advantage.
 * A first round warms up and is not kept. Without a disk, which waits for nothing, the control is left out.
 */
export async function takeRounds<Name extends string, T>(
  count: number,
  disk: Disk | null,
  contestants: { readonly [N in Name]: Contestant<T> },
): Promise<Rounds<Name, T>> {
  const names = Object.keys(contestants) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, [] as T[]])) as { [N in Name]: T[] }
  const syncs: number[] = []
  for (let round = 0; round <= count; round++) {
    const inTurn = round % 2 === 0 ? names : names.toReversed()
    for (const name of inTurn) {
      const sample = await contestants[name](round)
      if (round > 0) samples[name].push(sample)
    }
    if (disk && round > 0) syncs.push(disk.probe())
  }
  return { samples, disk: syncs }
}
