import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { bringUpToDate, connect } from '../../core/adapters/sqlite/open/connection.ts'
import { SqliteStore } from '../../core/adapters/sqlite/store.ts'
import { prepare, SqliteUnitOfWork } from '../../core/adapters/sqlite/unitOfWork.ts'
import { DomainError, type MessageInput } from '../../core/index.ts'
import type { Store } from '../../core/ports/store.ts'
import { ConcurrencyError, type UnitOfWork } from '../../core/ports/unitOfWork.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { byOrder, stockIn } from '../support/model/ages.ts'
import { commit, envelope, run, storeWith } from '../support/scenario/commit.ts'
import { batch, cancel, comes, damage, dispatch, order, quantity, undo } from '../support/scenario/messages.ts'

// Another process that commits between any two statements by which a message reads.

const DUE = { dueDate: '2030-01-20' }
const SHELF = { sku: 'SHELF' }
const stock = [
  batch('b1', 20),
  damage('b1', 1), // 3 in history
  ...[order('o1', 8, DUE), order('o2', 7), order('o3', 9)],
  ...[batch('b2', 8, { eta: '2030-01-10' }), batch('s1', 5, SHELF), order('o2', 3, SHELF)],
  ...Array.from({ length: 18 }, (_, index) => batch(`small${index}`, 1, { eta: '2030-01-11' })),
  ...[batch('large', 30, { eta: '2030-01-12' }), order('waits', 32)],
]
const messages = [
  ...[order('new', 4), order('o1', 8, DUE), damage('b1', 12), quantity('b1', 30), comes('b1', '2030-03-01')],
  ...[quantity('large', 45), cancel('o2'), dispatch('o2'), undo(1), undo(3)],
]
const rivals = [quantity('b1', 9), dispatch('o2'), cancel('o1'), order('other', 4)]

/** The statements by which messages read, but for the one that is only for very many batches. */
const readings: readonly (readonly ['products' | 'history', string])[] = [
  ...['version', 'productWithOpenBatches', 'bestOpenBatch', 'batch', 'line', 'linesOfBatch', 'dueBefore'].map(
    (name) => ['products', name] as const,
  ),
  ...['skusOfOrder', 'linesOfOrder', 'worstProtected', 'waiting'].map((name) => ['products', name] as const),
  ...['message', 'causedBy', 'isUndone', 'undoes'].map((name) => ['history', name] as const),
]

/** A file that holds the stock, to be copied. */
let template: string
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'warehouse-'))
  template = join(folder, 'stock.db')
  await (await storeWith(new SqliteStore(template), ...stock)).close()
  return () => rmSync(folder, { recursive: true })
})

test.for(readings)(
  'when another process commits behind what is read of %s by %s, one of the two came first',
  async ([part, name]) => {
    let interleaved = 0
    for (const message of messages)
      for (const rival of rivals) {
        const { store, unitOfWork, between } = await twoProcesses()
        const rivalry = await between(part, name, rival)
        await commitAgainOnConflict(unitOfWork, message)
        if (!rivalry.happened) break // this message does not read by it, whoever the rival is
        interleaved++
        const stands = byOrder(await stockIn(store))
        const serial = await eitherFirst(message, rival)
        const first = serial.find((one) => isDeepStrictEqual(one, stands))
        expect({ message, rival, first }).toEqual({ message, rival, first: stands })
      }
    expect(interleaved).toBeGreaterThan(0)
  },
)

test('a message that is sent again is answered with its own events, though another process commits meanwhile', async () => {
  const { store, unitOfWork, between } = await twoProcesses()
  const outcome = await commit(store, damage('b1', 12), 'm1')
  await between('history', 'messageOfId', quantity('b1', 30))
  expect((await unitOfWork().findHandled('m1'))?.outcome).toEqual(outcome)
})

/** The file is known to be whole, and no power is cut here, so the disk need not be waited for. */
function writer(file: string): ReturnType<typeof connect> {
  const db = bringUpToDate(connect(file, { skipIntegrityCheck: true }), { skipRules: true })
  db.pragma('synchronous = OFF')
  return db
}

async function twoProcesses() {
  const file = temporaryFile()
  copyFileSync(template, file)
  const [store, db] = [new SqliteStore(file, writer(file)), writer(file)]
  const sql = prepare(db)
  onTestFinished(async () => {
    db.close()
    await store.close()
  })
  /** Once, behind the first row that the statement reads, the other process commits the message. */
  const between = async (part: 'products' | 'history', name: string, message: MessageInput) => {
    const rival = store.unitOfWork()
    const { outcome, effects } = await run(rival, message)
    rival.record({ envelope: envelope(message), outcome }, effects)
    const rivalry = { happened: false }
    const statements = sql[part] as Record<string, object>
    statements[name] = behindEach(statements[name]!, () => {
      if (rivalry.happened) return
      rivalry.happened = true
      void rival.commit() // all at once, since there is nothing that it waits for
    })
    return rivalry
  }
  return { store, unitOfWork: () => new SqliteUnitOfWork(sql), between }
}

/** The statement, with something that is done behind what it reads. */
const behindEach = (statement: object, act: () => void): object =>
  new Proxy(statement, {
    get(target, method) {
      const read = Reflect.get(target, method) as (...values: unknown[]) => unknown
      if (method === 'iterate')
        return (...values: unknown[]) => rows(read.apply(target, values) as Iterable<unknown>, act)
      return (...values: unknown[]) => {
        const found = read.apply(target, values)
        act()
        return found
      }
    },
  })

function* rows(found: Iterable<unknown>, act: () => void): Iterable<unknown> {
  for (const row of found) {
    yield row
    act()
  }
}

/** What is refused changes nothing. */
async function commitAgainOnConflict(unitOfWork: () => UnitOfWork, message: MessageInput): Promise<void> {
  try {
    await commit({ unitOfWork }, message)
  } catch (error) {
    if (error instanceof ConcurrencyError) await commitAgainOnConflict(unitOfWork, message)
    else if (!(error instanceof DomainError)) throw error
  }
}

const outcomes = new Map<string, unknown[]>()

/** What stands when one comes after the other, in both orders. */
async function eitherFirst(message: MessageInput, rival: MessageInput): Promise<unknown[]> {
  const pair = JSON.stringify([message, rival])
  const known = outcomes.get(pair) ?? [await oneByOne(message, rival), await oneByOne(rival, message)]
  outcomes.set(pair, known)
  return known
}

async function oneByOne(...messages: MessageInput[]) {
  const store: Store = await storeWith(new SqliteStore(':memory:'), ...stock)
  for (const message of messages) await commitAgainOnConflict(() => store.unitOfWork(), message)
  const stands = byOrder(await stockIn(store))
  await store.close()
  return stands
}
