import { openWarehouse } from '../../core/index.ts'
import { batch, order, quantity } from './messages.ts'

// A process that sends one message after another to a file and prints the id of each that was written, until it is
// killed: `node sender.ts <database> <first number>`. In every round a batch comes, four lines take most of it, and it
// shrinks, so that three of them look for another place.

const ROUND = 6

const [database = '', first = '0'] = process.argv.slice(2)
const warehouse = await openWarehouse({ database })
for (let number = Number(first); ; number++) {
  const step = number % ROUND
  const ref = `b${number - step}`
  const message = step === 0 ? batch(ref, 40) : step < ROUND - 1 ? order(`o${number}`, 6 + step) : quantity(ref, 8)
  await warehouse.handle(message, { id: `m${number}` })
  process.stdout.write(`m${number}\n`)
}
