import { flushCompileCache } from 'node:module'
import { importCsv, openWarehouse } from '../../../core/index.ts'

// A process that imports orders (order, SKU, quantity) and prints the id of each row that was written, until it is
// killed or done: `node importer.ts <database> <csv>`.

const [database = '', path = ''] = process.argv.slice(2)
const warehouse = await openWarehouse({ database })
flushCompileCache() // for the next one: a process that is killed keeps nothing of what it compiled
warehouse.subscribe(({ envelope: { id, partOf } }) => partOf !== null && process.stdout.write(`${id}\n`))
await importCsv(warehouse, { path, kind: 'orders', mapping: { orderId: 0, sku: 1, qty: 2, line: null, dueDate: null } })
await warehouse.close()
