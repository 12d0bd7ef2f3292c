import Database from 'better-sqlite3'
import { openWarehouse } from '../../../core/index.ts'
import { type Figure, figure } from '../measure/figure.ts'
import { takeRounds } from '../measure/rounds.ts'
import type { Bench, Suite } from '../suite.ts'
import { LIMIT } from './views/boundViews.ts'

/** A file of a million lines is opened, its first page and its summary are read; the page cache of the system is warm. */
export const openFile: Suite = { name: 'open', run: measure }

type Opening = { readonly open: number; readonly page: number; readonly summary: number }

async function measure({ millionLines, rounds, disk, progress }: Bench): Promise<Figure[]> {
  const { files } = await millionLines()
  progress('opening it')
  const { samples, disk: syncs } = await takeRounds(rounds * 2, disk, {
    core: () => openInCore(files.core),
    bound: () => openInPlainSql(files.core),
  })
  const of = (kind: keyof Opening) =>
    figure(
      `open: ${kind}`,
      'us',
      samples.core.map((one) => one[kind]),
      { bound: samples.bound.map((one) => one[kind]) },
    )
  const total = (openings: readonly Opening[]) => openings.map(({ open, page, summary }) => open + page + summary)
  return [
    figure('open: file, first page and summary', 'us', total(samples.core), {
      bound: total(samples.bound),
      disk: syncs,
    }),
    of('open'),
    of('page'),
    of('summary'),
  ]
}

async function openInCore(file: string): Promise<Opening> {
  const begin = performance.now()
  const warehouse = await openWarehouse({ database: file })
  const opened = performance.now()
  await warehouse.view('lines', { sort: 'age', descending: true })
  const paged = performance.now()
  await warehouse.view('summary', {})
  const end = performance.now()
  await warehouse.close()
  return { open: (opened - begin) * 1000, page: (paged - opened) * 1000, summary: (end - paged) * 1000 }
}

async function openInPlainSql(file: string): Promise<Opening> {
  const begin = performance.now()
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  const opened = performance.now()
  db.prepare(
    `SELECT seq, order_id, line, lines.sku, lines.qty, due, state, batch_ref, eta, eta > due FROM lines
     LEFT JOIN batches ON ref = batch_ref ORDER BY seq DESC LIMIT ${LIMIT}`,
  ).all()
  const paged = performance.now()
  db.prepare('SELECT state, count(*) FROM lines GROUP BY state').all()
  for (const table of ['products', 'batches', 'notices']) db.prepare(`SELECT count(*) FROM ${table}`).get()
  const end = performance.now()
  db.close()
  return { open: (opened - begin) * 1000, page: (paged - opened) * 1000, summary: (end - paged) * 1000 }
}
