import { openWarehouse } from '../../../core/index.ts'
import { backupsOf } from '../files/backups.ts'

// Makes one backup after another, and restores it, until it is killed: `node backupMaker.ts <database>`.

const [database = ''] = process.argv.slice(2)
const backups = backupsOf(database)
for (;;) {
  const warehouse = await openWarehouse({ database })
  const { name } = await backups.make(warehouse, 'person')
  console.log('made')
  await backups.restore(name, () => warehouse.close())
  console.log('restored')
}
