/**
 * The value of a cell: a number, a text, nothing, or a date.
 * - `day`: `YYYY-MM-DD`
 * - `instant`: ISO 8601, UTC
 */
export type Cell = string | number | null | { readonly day: string } | { readonly instant: string }

export type TableFormat = 'csv' | 'xlsx'

/** Rows of a table on their way into a file, in their order. */
export type TableWriter = {
  /** Resolves once there is room for more, so that memory stays bounded. */
  write(rows: readonly (readonly Cell[])[]): Promise<void>
  /** Nothing comes any more. */
  end(): Promise<void>
  /** What was written is worth nothing. */
  abort(): Promise<void>
}
