import { onTestFinished } from 'vitest'
import { SqliteStore } from '../../core/adapters/sqlite/store.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { MemoryStore } from '../support/memory/memoryUnitOfWork.ts'
import { batchesLookedUpContract } from './batchesLookedUp.contract.ts'
import { productsContract } from './products.contract.ts'
import { unitOfWorkContract } from './unitOfWork.contract.ts'

for (const contract of [productsContract, batchesLookedUpContract, unitOfWorkContract]) {
  contract('memory', () => new MemoryStore())
  contract('SQLite, in memory', () => openSqlite(':memory:'))
  contract('SQLite, on a file', () => openSqlite(temporaryFile()))
}

function openSqlite(file: string): SqliteStore {
  const store = new SqliteStore(file)
  onTestFinished(() => store.close())
  return store
}
