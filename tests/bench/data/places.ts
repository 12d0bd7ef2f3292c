import { deepStrictEqual } from 'node:assert'
import Database from 'better-sqlite3'

/** Every line and its batch, in a file of the core or of the bound: both call it the same. */
export function placesIn(file: string): unknown[] {
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare('SELECT order_id, sku, line, batch_ref FROM lines ORDER BY order_id, sku, line').raw().all()
  } finally {
    db.close()
  }
}

/** @throws AssertionError when a line is not where it is in the other file: then the two did not do the same job */
export function assertSamePlaces(file: string, other: string): void {
  deepStrictEqual(placesIn(file), placesIn(other))
}
