import type { Cell } from '../../../electron/contract.ts'
import { columnsOutside } from '../../ui/columnLayout.ts'
import type { Column } from '../../ui/columns.tsx'
import type { Rows } from '../useRows.ts'

/** A list as it leaves the app: all of it, in the columns that the person has chosen. */
export type OutList<Row> = {
  /** What its columns are kept under. */
  readonly name: string
  readonly title: string
  readonly columns: readonly Column<Row>[]
  readonly rows: Pick<Rows<Row>, 'pages'>
  /** What it is filtered by, in words. */
  readonly filters?: readonly string[]
}

/** The headings, then the cells of each page of rows. */
export async function* pagesOut<Row>({
  name,
  columns,
  rows,
}: OutList<Row>): AsyncGenerator<readonly (readonly Cell[])[]> {
  const shown = columnsOutside(name, columns)
  yield [shown.map(({ header }) => header)]
  for await (const page of rows.pages()) yield page.map((row) => shown.map(({ value }) => value?.(row) ?? null))
}
