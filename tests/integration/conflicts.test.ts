import { expect, onTestFinished, test } from 'vitest'
import { SqliteStore } from '../../core/adapters/sqlite/store.ts'
import { Warehouse } from '../../core/service/warehouse.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { commit } from '../support/scenario/commit.ts'
import { NOW } from '../support/scenario/given.ts'
import { batch, damage, order } from '../support/scenario/messages.ts'
import { free } from '../support/scenario/seen.ts'

/** A warehouse in which another process is faster, so many times in a row. */
async function givenRival(times: number) {
  const file = temporaryFile()
  const [store, rival] = [new SqliteStore(file), new SqliteStore(file)]
  const warehouse = new Warehouse(store, () => NOW)
  onTestFinished(async () => {
    await warehouse.close()
    await rival.close()
  })
  await warehouse.handle(batch('b1', 1000))
  const unitOfWork = store.unitOfWork.bind(store)
  let left = times
  store.unitOfWork = () => {
    const uow = unitOfWork()
    const write = uow.commit.bind(uow)
    uow.commit = async () => {
      if (left-- > 0) await commit(rival, damage('b1', 1))
      return write()
    }
    return uow
  }
  return warehouse
}

test('a message is tried again when another process was faster', async () => {
  const warehouse = await givenRival(19)
  await warehouse.handle(damage('b1', 500))
  expect(await free(warehouse)).toEqual({ b1: 481 })
})

test('a message for which another process is always faster is refused, as when that holds the file', async () => {
  const warehouse = await givenRival(20)
  await expect(warehouse.handle(order('o1', 1))).rejects.toMatchObject({ name: 'StorageError', code: 'StorageLocked' })
  expect([await free(warehouse), (await warehouse.handle(order('o1', 1))).results[0]]).toEqual([{ b1: 980 }, 'b1'])
})
