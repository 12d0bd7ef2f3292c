import { PlainRows } from '../bound/plainRows.ts'
import { fillInBulk } from './bulk.ts'

/** Makes a file of the bound that holds what a file of the core does, but for the history. */
export async function makeBoundFile(file: string, coreFile: string): Promise<void> {
  new PlainRows(file).close()
  await fillInBulk(file, async (db) => {
    db.prepare('ATTACH ? AS core').run(coreFile)
    db.exec(`
      BEGIN;
      INSERT INTO batches SELECT ref, sku, qty, allocated, eta, created FROM core.batches ORDER BY ref;
      INSERT INTO lines (order_id, sku, line, qty, due, rank, customer, batch_ref, allocated)
        SELECT order_id, sku, line, qty, due, rank, customer, batch_ref, iif(batch_ref IS NULL, NULL, seq) FROM core.lines ORDER BY seq;
      COMMIT;
    `)
  })
}
