import type { Figure } from '../../measure/figure.ts'
import type { Bench, Suite } from '../../suite.ts'
import { measurePage } from './measurePages.ts'
import { type Opened, withViews } from './openViews.ts'
import { searches } from './searches.ts'

/** Lines searched for a text, on a million of them; the bound is a plain LIKE, in the order that is asked for. */
export const search: Suite = { name: 'search', run: (bench) => withViews(bench, (opened) => measure(bench, opened)) }

async function measure({ progress }: Bench, opened: Opened): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const searched of searches(opened.narrow)) {
    progress(searched.name)
    figures.push(await measurePage(opened, searched))
  }
  return figures
}
