import { expect } from 'vitest'
import { decodeMessage } from '../../../core/adapters/sqlite/history/storedEvent.ts'
import { fromStoredId, type StoredId } from '../../../core/adapters/sqlite/history/storedId.ts'
import { type Message, openWarehouse, type Warehouse } from '../../../core/index.ts'
import { behindItsBack } from '../files/databaseFile.ts'

type Written = { readonly id: string; readonly message: Message }

/** The messages that were written with an id, in order. */
export function written(file: string): Written[] {
  const sql = 'SELECT id, event FROM history JOIN message_ids USING (seq) ORDER BY seq'
  const rows = behindItsBack(file, (db) => db.prepare<[], { id: StoredId; event: string }>(sql).all())
  return rows.map(({ id, event }) => ({ id: fromStoredId(id), message: decodeMessage(event) }))
}

/**
 * Every message that was answered is there, at most one more for each kill, which was written and not said; and all is as
 * if the same messages had come to a process that nobody killed.
 */
export async function expectWhole(file: string, answered: ReadonlySet<string>, kills: number): Promise<void> {
  const warehouse = await openWarehouse({ database: file })
  const messages = written(file)
  const undisturbed = await replayed(messages)
  const ids = new Set(messages.map(({ id }) => id))
  expect([...answered].filter((id) => !ids.has(id))).toEqual([])
  expect(ids.size - answered.size).toBeLessThanOrEqual(kills)
  expect(await warehouse.check()).toEqual([])
  expect(await state(warehouse)).toEqual(await state(undisturbed))
  await Promise.all([warehouse.close(), undisturbed.close()])
}

async function replayed(messages: readonly Written[]): Promise<Warehouse> {
  const warehouse = await openWarehouse({ database: ':memory:' })
  for (const { id, message } of messages) await warehouse.handle(message, { id })
  return warehouse
}

/** All that messages write, but for the times. */
async function state(warehouse: Warehouse): Promise<unknown> {
  const all = { limit: 1000 }
  const untimed = <Row extends { at: unknown }>({ rows }: { rows: readonly Row[] }) =>
    rows.map(({ at: _, ...row }) => row)
  return [
    await warehouse.view('summary', {}),
    await warehouse.view('batches', all),
    await warehouse.view('lines', all),
    await warehouse.view('sheets', all),
    untimed(await warehouse.view('notices', all)),
    untimed(await warehouse.view('history', all)),
  ]
}
