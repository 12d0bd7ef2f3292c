import { type Candidate, fileOf, type Name, openCandidate } from '../candidates.ts'
import { makeFiles } from '../data/files.ts'
import { assertSamePlaces } from '../data/places.ts'
import type { Plan } from '../data/plan.ts'
import { compare, compareCounts } from '../measure/compare.ts'
import type { Figure } from '../measure/figure.ts'
import { type Rounds, takeRounds } from '../measure/rounds.ts'
import { type Sample, timed } from '../measure/sample.ts'
import { counted } from '../measure/statements.ts'
import type { Bench } from '../suite.ts'

type OneMessage = { readonly figures: readonly Figure[]; readonly taken: Rounds<Name, Sample> }

/** What one message costs that causes much: every time in a fresh copy of the same file. */
export async function oneMessage(
  what: string,
  { folder, disk, rounds, progress }: Bench,
  plan: Plan,
  send: (candidate: Candidate) => Promise<unknown>,
): Promise<OneMessage> {
  progress(what)
  const files = await makeFiles(folder, plan)
  const left = new Map<Name, string>()
  const run = async <T>(name: Name, measured: (job: () => Promise<unknown>) => Promise<T>): Promise<T> => {
    folder.remove(left.get(name) ?? '')
    const file = folder.copy(fileOf(name, files))
    left.set(name, file)
    const candidate = await openCandidate(name, file)
    const result = await measured(() => send(candidate))
    await candidate.close()
    return result
  }
  const taken = await takeRounds(rounds, disk, {
    core: () => run('core', timed),
    bound: () => run('bound', timed),
    'equal bound': () => run('equal bound', timed),
  })
  for (const file of left.values()) assertSamePlaces(file, left.get('core')!)
  const counts = compareCounts(what, await run('core', counted), await run('bound', counted))
  for (const file of [...left.values(), files.core, files.bound]) folder.remove(file)
  return { figures: [...compare(what, taken), ...counts], taken }
}
