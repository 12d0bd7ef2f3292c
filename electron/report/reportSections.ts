import type { TFunction } from 'i18next'
import type { Cell, LineRow, NoticeGroupRow, Page, ViewName, ViewQuery, Warehouse } from '../../core/index.ts'

const columns = ['orderId', 'line', 'customer', 'sku', 'qty', 'dueDate', 'ref', 'eta', 'what', 'by', 'at'] as const
type Column = (typeof columns)[number]
type Row = { readonly [C in Column]?: Cell }

/** A part of the report: what waits, is late, moved, arrives, or was lost. */
export type ReportSection = {
  readonly title: string
  readonly columns: readonly Column[]
  readonly pages: () => AsyncIterable<readonly Row[]>
}

const DAYS_AHEAD = 30
const DAY = 86_400_000 // milliseconds

export const headingOf = (column: Column, t: TFunction): string =>
  column === 'what' || column === 'by' || column === 'at' ? t(`report.column.${column}`) : t(`field.${column}`)

/** The columns of the CSV file, which has all parts below each other. */
export const reportColumns = columns

export const cellsOf = (row: Row, of: readonly Column[]): Cell[] => of.map((column) => row[column] ?? null)

/**
 * What a manager is told of a day.
 * @param since an instant: what moved, and was lost, since then
 */
export function reportSections(warehouse: Warehouse, day: string, since: string, t: TFunction): ReportSection[] {
  const ofLine = ['orderId', 'line', 'customer', 'sku', 'qty', 'dueDate'] as const
  const to = new Date(Date.parse(day) + DAYS_AHEAD * DAY).toISOString().slice(0, 10)
  return [
    {
      title: t('report.waits'),
      columns: ofLine,
      pages: () => mapped(warehouse, 'lines', { state: 'backordered', sort: 'due' }, lineRow),
    },
    {
      title: t('report.late'),
      columns: [...ofLine, 'ref', 'eta'],
      pages: () => mapped(warehouse, 'lines', { late: true, sort: 'due' }, lineRow),
    },
    {
      title: t('report.moved'),
      columns: ['what', 'by', 'at'],
      pages: () => movedSince(warehouse, since, t),
    },
    {
      title: t('report.arrives'),
      columns: ['eta', 'ref', 'sku', 'qty'],
      pages: () =>
        mapped(warehouse, 'arrivals', { from: day, to }, ({ eta, ref, sku, qty }) => ({
          eta: { day: eta },
          ref,
          sku,
          qty,
        })),
    },
    { title: t('report.lost'), columns: ['what', 'qty'], pages: () => lostSince(warehouse, day, since, t) },
  ]
}

const lineRow = ({ orderId, line, customer, sku, qty, dueDate, batchRef, eta }: LineRow): Row => ({
  ...{ orderId, line, customer, sku, qty, ref: batchRef },
  dueDate: dueDate === null ? null : { day: dueDate },
  eta: eta === null ? null : { day: eta },
})

/** Groups come newest first. */
async function* movedSince(warehouse: Warehouse, since: string, t: TFunction): AsyncGenerator<readonly Row[]> {
  for await (const page of pagesOf(warehouse, 'noticeGroups', {})) {
    const rows = page.filter(({ at }) => at > since)
    yield rows.map(({ event, counts, by, at }) => ({
      what: [t(`history.message.${event.type}`), subjectOf(event), countsText(counts, t)].filter(Boolean).join(' · '),
      by,
      at: { instant: at },
    }))
    if (rows.length < page.length) return
  }
}

function subjectOf(event: NoticeGroupRow['event']): string | null {
  if ('file' in event) return event.file
  if ('ref' in event) return event.ref
  return 'orderId' in event ? event.orderId : null
}

const countsText = (counts: NoticeGroupRow['counts'], t: TFunction): string =>
  (Object.keys(counts) as (keyof typeof counts)[])
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${t(`kind.${kind}`)} ${counts[kind]}`)
    .join(', ')

async function* lostSince(
  warehouse: Warehouse,
  day: string,
  since: string,
  t: TFunction,
): AsyncGenerator<readonly Row[]> {
  const { lost } = await warehouse.view('today', { day, since })
  yield lost.map(({ reason, units }) => ({ what: reasonText(reason, t), qty: units }))
}

/** A code of the app's own, or somebody's words. */
const reasonText = (reason: string, t: TFunction): string =>
  t(`reason.${reason}` as 'reason.water', { defaultValue: reason })

type ListName = 'lines' | 'arrivals' | 'noticeGroups'
type RowsOf<N extends ViewName> =
  Awaited<ReturnType<typeof Warehouse.prototype.view<N>>> extends Page<infer R> ? R : never

async function* mapped<N extends ListName>(
  warehouse: Warehouse,
  name: N,
  query: ViewQuery<N>,
  toRow: (row: RowsOf<N>) => Row,
): AsyncGenerator<readonly Row[]> {
  for await (const page of pagesOf(warehouse, name, query)) yield page.map(toRow)
}

async function* pagesOf<N extends ListName>(
  warehouse: Warehouse,
  name: N,
  query: ViewQuery<N>,
): AsyncGenerator<readonly RowsOf<N>[]> {
  let after: Page<unknown>['next'] = null
  do {
    const page = (await warehouse.view(name, { ...query, limit: 1000, ...(after && { after }) })) as Page<RowsOf<N>>
    yield page.rows
    after = page.next
  } while (after)
}
