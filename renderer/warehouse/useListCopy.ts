import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { failureText } from '../i18n/failureText.ts'
import { columnsOutside } from '../ui/columnLayout.ts'
import type { Column } from '../ui/columns.tsx'
import type { Selection } from '../ui/selection.ts'
import { tsv } from '../ui/tsv.ts'
import { failureOf, unwrap } from './unwrap.ts'
import type { Rows } from './useRows.ts'

/** Rows that the clipboard is given; of more, a file is to be saved. */
const MOST_COPIED = 10_000

type List<Row> = {
  readonly name: string
  readonly rows: Rows<Row>
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string | number
}

/** Copies what is selected as text with tabs, with the headings: into a spreadsheet, each value goes into a cell. */
export function useListCopy<Row>({ name, rows, columns, rowKey }: List<Row>, { selected }: Selection) {
  const { t } = useTranslation()
  const copying = useMutation({
    mutationFn: async (active: Row | undefined) => {
      const { found, isCut } = await rowsToCopy(active)
      if (found.length === 0) return null
      const shown = columnsOutside(name, columns)
      const cells = found.map((row) => shown.map(({ value }) => value?.(row) ?? null))
      await unwrap(window.warehouse.copyText(tsv([shown.map(({ header }) => header), ...cells])))
      return t(isCut ? 'list.copiedFirst' : 'list.copied', { count: found.length })
    },
    networkMode: 'always',
  })

  async function rowsToCopy(active: Row | undefined) {
    if (selected.all) return firstOf(rows)
    if (selected.keys.size === 0) return { found: active === undefined ? [] : [active], isCut: false }
    return { found: await rows.find((row) => selected.keys.has(rowKey(row)), selected.keys.size), isCut: false }
  }

  return {
    copy: (active?: Row) => copying.mutate(active),
    note: copying.error ? failureText(failureOf(copying.error), t) : (copying.data ?? null),
    forget: copying.reset,
  }
}

async function firstOf<Row>(rows: Rows<Row>): Promise<{ found: readonly Row[]; isCut: boolean }> {
  const found: Row[] = []
  for await (const page of rows.pages()) {
    found.push(...page)
    if (found.length > MOST_COPIED) return { found: found.slice(0, MOST_COPIED), isCut: true }
  }
  return { found, isCut: false }
}
