import { openWarehouse, StorageError } from '../../../core/index.ts'
import { damage } from '../scenario/messages.ts'

// Opens a file and reports a damage on it, as a user who may not: `node opener.ts <database>` prints the failure.

const [database = ''] = process.argv.slice(2)
try {
  const warehouse = await openWarehouse({ database })
  await warehouse.handle(damage('b1', 1))
  console.log('done')
} catch (error) {
  if (!(error instanceof StorageError)) throw error
  console.log(JSON.stringify({ code: error.code, details: error.details }))
}
