import { openWarehouse } from '../../core/index.ts'
import { batch, order, quantity } from './messages.ts'

// A process that sends one message after another to a file and prints the id of each that was written, until it is
// killed: `node sender.ts <database> <first number>`.

const [database = '', first = '0'] = process.argv.slice(2)
const warehouse = await openWarehouse({ database })
for (let number = Number(first); ; number++) {
  const kinds = [batch(`b${number}`, 30), order(`o${number}`, 9), order(`p${number}`, 8), quantity(`b${number - 3}`, 5)]
  await warehouse.handle(kinds[number % kinds.length]!, { id: `m${number}` })
  process.stdout.write(`m${number}\n`)
}
