import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { openWarehouse } from '../../../core/index.ts'
import { batch, cancel, comes, countOn, damage, dispatch, order, post, quantity, sheet } from '../scenario/messages.ts'

// A process that sends one message after another to a file and prints the id of each that was written, until it is
// killed: `node sender.ts <database> <first number>`. In every round a batch comes, four lines take most of it, it
// shrinks, so that three of them look for another place, every other one is delayed; then a line is cancelled, an order
// dispatched, and what is left damaged; at last a count sheet of two SKUs is opened, counted and posted.

const DUE = { dueDate: '2030-01-20' }

const round = (first: number, isShipment: boolean) => {
  const [ref, other] = [`b${first}`, `c${first}`]
  return [
    batch(ref, 40, { eta: isShipment ? '2030-01-10' : null }),
    ...[order(`o${first}`, 7, DUE), order(`o${first + 1}`, 8), order(`o${first + 2}`, 9), order(`o${first + 3}`, 10)],
    ...[quantity(ref, 8), comes(ref, isShipment ? '2030-03-01' : null)],
    ...[cancel(`o${first + 1}`), dispatch(`o${first}`), damage(ref, 1)],
    ...[
      batch(other, 5, { sku: 'LAMP' }),
      sheet(ref, [ref, other]),
      countOn(ref, ref, 3),
      countOn(ref, other, 6),
      post(ref),
    ],
  ]
}
const ROUND = round(0, false).length

const [database = '', first = '0'] = process.argv.slice(2)
const warehouse = await openWarehouse({ database })
flushCompileCache() // for the next one: a process that is killed keeps nothing of what it compiled
for (let number = Number(first); ; number++) {
  const step = number % ROUND
  const message = round(number - step, ((number - step) / ROUND) % 2 === 1)[step]!
  await warehouse.handle(message, { id: `m${number}` })
  writeSync(1, `m${number}\n`) // waits for a parent that is slow to read: what is said is not lost with the process
}
