import type { Name } from '../candidates.ts'
import { type Figure, figure } from './figure.ts'
import type { Rounds } from './rounds.ts'
import type { Sample } from './sample.ts'

type Taken = Rounds<Name, Sample>

/** The core against the bounds, CPU first: microseconds for each of the messages that every sample took. */
export function compare(what: string, { samples, disk }: Taken, messages = 1): Figure[] {
  const of = (name: Name, kind: keyof Sample) => samples[name].map((sample) => (sample[kind] * 1000) / messages)
  return (['bound', 'equal bound'] as const).flatMap((bound) => {
    const against = bound === 'bound' ? '' : `, against the ${bound}`
    return [
      figure(`${what}: CPU${against}`, 'us', of('core', 'cpu'), { bound: of(bound, 'cpu') }),
      figure(`${what}: time${against}`, 'us', of('core', 'wall'), { bound: of(bound, 'wall'), disk }),
    ]
  })
}

type Counts = { readonly commits: number; readonly statements: number }

export const compareCounts = (what: string, core: Counts, bound: Counts, messages = 1): Figure[] => [
  figure(`${what}: commits a message`, '', [core.commits / messages], { bound: [bound.commits / messages] }),
  figure(`${what}: statements a message`, '', [core.statements / messages], { bound: [bound.statements / messages] }),
]
