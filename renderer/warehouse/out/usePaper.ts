import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Cell } from '../../../electron/contract.ts'
import { unwrap } from '../unwrap.ts'
import { usePrinting } from './usePrinting.ts'

/** Rows that are printed; of a longer list, a file is to be saved. */
export const MOST_PRINTED = 5_000

/** What stands on the paper. */
export type Sheet = {
  readonly title: string
  readonly filters: readonly string[]
  readonly heading: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
  /** There are more rows than these. */
  readonly isCut: boolean
  readonly by: string | null
  /** Milliseconds since 1970. */
  readonly at: number
}

type Wanted = {
  readonly title: string
  readonly filters: readonly string[]
  /** The heading, then the rows. */
  readonly pages: () => AsyncIterable<readonly (readonly Cell[])[]>
  readonly as: 'paper' | 'pdf'
  /** The name of the PDF, without its end. */
  readonly file: string
}

/** Puts a list on paper, then prints it or saves it as a PDF. `sheet`: what is to be drawn meanwhile. */
export function usePaper() {
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const printing = usePrinting()
  const drawing = useMutation({
    mutationFn: (wanted: Wanted) => sheetOf(wanted),
    onSuccess: (drawn, { as, file }) => {
      setSheet(drawn)
      const done = () => setSheet(null)
      if (as === 'paper') printing.print({ width: 210, height: 297 }, 'page', done)
      else printing.savePdf(`${file}.pdf`, done)
    },
    networkMode: 'always',
  })
  return {
    sheet,
    note: printing.note,
    error: drawing.error,
    put: drawing.mutate,
    forget: printing.forget,
  }
}

async function sheetOf({ title, filters, pages }: Wanted): Promise<Sheet> {
  const { name: by } = await unwrap(window.warehouse.operator())
  const all: (readonly Cell[])[] = []
  for await (const page of pages()) {
    all.push(...page)
    if (all.length > MOST_PRINTED + 1) break
  }
  const [heading = [], ...rows] = all
  const isCut = rows.length > MOST_PRINTED
  return { title, filters, heading, rows: rows.slice(0, MOST_PRINTED), isCut, by, at: Date.now() }
}
