import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  type Board,
  DomainError,
  entriesOf,
  messagesOf,
  newChange,
  ofEachChange,
  parseBoard,
  readOrders,
  withoutDone,
} from '../../../core/index.ts'
import { temporaryFile } from '../../support/files/temporaryFolder.ts'
import { given } from '../../support/scenario/given.ts'
import { batch, cancel, comes, damage, noticesRead, order, quantity } from '../../support/scenario/messages.ts'
import { free } from '../../support/scenario/seen.ts'

const board = (...changes: Board['changes']): Board => ({
  id: '4f0cbe0b-8f5f-4b8e-9a59-1f4a6f9d5c11',
  name: 'Flood',
  by: 'Kim',
  at: '2030-01-01T09:00:00.000Z',
  changes,
})

test('the messages of a board are those of its changes, in order, and so is what comes of them', () => {
  const lost = newChange('lost', [quantity('b1', 0)])
  const orders = newChange('orders', [order('o1', 1), order('o2', 2)], 'more.csv')
  const delayed = newChange('delayed', [comes('b2', '2030-02-01')])
  const whole = board(lost, orders, delayed)
  expect(messagesOf(whole)).toEqual([...lost.messages, ...orders.messages, ...delayed.messages])
  expect(ofEachChange(whole, ['a', 'b', 'c', 'd'])).toEqual([['a'], ['b', 'c'], ['d']])
})

test('what was refused stays on the board, and what was done leaves it', () => {
  const orders = newChange('orders', [order('o1', 1), order('o2', 2)], 'more.csv')
  const lost = newChange('lost', [quantity('b1', 0)])
  const refused = new DomainError('UnknownBatch', { ref: 'b1' })
  const left = withoutDone(board(orders, lost), [null, refused, null])
  expect(left.changes).toEqual([{ ...orders, id: expect.any(String), messages: [orders.messages[1]] }])
  expect(left.changes[0]?.id).not.toBe(orders.id) // whose first message was done under its id
})

test('a board that is entered again, since the app ended before what was done had left it, does nothing twice', async () => {
  const warehouse = await given(batch('b1', 10))
  const whole = board(newChange('damaged', [damage('b1', 3)]), newChange('cancelled', [cancel('o1')]))
  const enter = async () => {
    const entries = entriesOf(whole, 'What if', crypto.randomUUID())
    const { mark, refusals } = await warehouse.foresee(entries)
    return [await warehouse.handleForeseen(entries, mark), refusals.map((refusal) => refusal?.code ?? null)]
  }
  const first = await enter()
  expect([first, await free(warehouse)]).toMatchObject([[{ isDone: true }, [null, null, 'UnknownLine']], { b1: 7 }])
  expect([await enter(), await free(warehouse)]).toMatchObject([
    [{ isDone: true }, [null, null, 'UnknownLine']],
    { b1: 7 },
  ])
})

test('a board is read back as it was written', () => {
  const written = board(newChange('received', [batch('b1', 5)]))
  expect(parseBoard(JSON.parse(JSON.stringify(written)))).toEqual(written)
})

test('a change of which a field is wrong is refused by that field, and what no change is made of is refused', () => {
  const refused = (make: () => unknown) => {
    try {
      return make()
    } catch (error) {
      return (error as DomainError<'InvalidMessage'>).details.problems.map(
        ({ field, problem }) => `${field} ${problem}`,
      )
    }
  }
  expect(refused(() => newChange('received', [batch('', 0)]))).toEqual(['ref empty', 'qty tooSmall'])
  expect(refused(() => newChange('lost', [noticesRead(1)]))).toEqual(['messages.0 invalid'])
})

test('order lines of a file become one change, without the rows that are wrong', async () => {
  const file = temporaryFile('more.csv')
  writeFileSync(file, 'Order,SKU,Qty,Due date,Customer\nn1,CHAIR,2,2030-02-01,Lee\nn2,CHAIR,x,,\nn3,,1,,\n')
  const { change, wrong, firstWrong } = await readOrders(file)
  expect([change?.kind, change?.file, wrong, firstWrong?.line]).toEqual(['orders', 'more.csv', 2, 3])
  expect(change?.messages).toEqual([
    { ...order('n1', 2, { sku: 'CHAIR', dueDate: '2030-02-01', customer: 'Lee' }), line: 1, priority: 0 },
  ])
})

test('a file of more order lines than a board bears is refused', async () => {
  const file = temporaryFile('many.csv')
  writeFileSync(file, `order,sku,qty\n${Array.from({ length: 10_001 }, (_, at) => `n${at},CHAIR,1`).join('\n')}\n`)
  await expect(readOrders(file)).rejects.toMatchObject({ code: 'TooManyRows', details: { limit: 10_000 } })
})
