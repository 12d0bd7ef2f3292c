import { describe, expect, test } from 'vitest'
import { MAX_QUANTITY } from '../../../core/domain/vocabulary.ts'
import type { MessageInput, Problem } from '../../../core/index.ts'
import { given } from '../../support/scenario/given.ts'
import {
  batch,
  cancel,
  comes,
  count,
  damage,
  dispatch,
  noticesRead,
  order,
  quantity,
  SKU,
  undo,
} from '../../support/scenario/messages.ts'
import { everything, refusal } from '../../support/scenario/seen.ts'

const stock = [batch('b1', 20), order('o1', 5)]
const unreadable = (problem: Problem['problem'], field: string, limit?: number) => ({
  code: 'InvalidMessage',
  details: { problems: [{ field, problem, ...(limit !== undefined && { limit }) }] },
})

const withQty = {
  batch: (qty: number) => batch('b2', qty),
  order: (qty: number) => order('o2', qty),
  damage: (qty: number) => damage('b1', qty),
}

describe('a number that counts nothing is refused:', () => {
  const bad: [unknown, Problem['problem'], number?][] = [
    [0, 'tooSmall', 1],
    [-3, 'tooSmall', 1],
    [2.5, 'notWhole'],
    ['5', 'notWhole'],
    [MAX_QUANTITY + 1, 'tooLarge', MAX_QUANTITY],
    [2 ** 53, 'tooLarge', MAX_QUANTITY],
    [Number.NaN, 'notWhole'],
    [Number.POSITIVE_INFINITY, 'notWhole'],
    [null, 'notWhole'],
    [undefined, 'missing'],
    [5n, 'notWhole'],
  ]
  const cases = Object.entries(withQty).flatMap(([name, message]) =>
    bad.map(([qty, problem, limit]) => [name, qty, problem, limit, message] as const),
  )
  test.for(cases)('%s of %s', async ([, qty, problem, limit, message]) => {
    const warehouse = await given(...stock)
    expect(await refusal(warehouse.handle(message(qty as number)))).toEqual(unreadable(problem, 'qty', limit))
  })

  test('a new quantity may be 0, but not less', async () => {
    const warehouse = await given(...stock)
    await warehouse.handle(quantity('b1', 0))
    expect(await refusal(warehouse.handle(quantity('b1', -1)))).toEqual(unreadable('tooSmall', 'qty', 0))
  })

  test('the largest quantity is still counted exactly', async () => {
    const warehouse = await given(batch('b2', MAX_QUANTITY), order('o2', MAX_QUANTITY - 1))
    const { rows } = await warehouse.view('batches', {})
    expect(rows.map(({ qty, allocated, available }) => [qty, allocated, available])).toEqual([
      [1_000_000_000, 999_999_999, 1],
    ])
  })
})

describe('a field that cannot be read is refused:', () => {
  const wrong = (message: MessageInput, field: string, value: unknown) =>
    ({ ...message, [field]: value }) as MessageInput
  test.for<[string, MessageInput, ReturnType<typeof unreadable>]>([
    ['an ETA in words', batch('b2', 5, { eta: 'tomorrow' }), unreadable('notDate', 'eta')],
    ['an ETA that no calendar has', batch('b2', 5, { eta: '2030-02-30' }), unreadable('notDate', 'eta')],
    ['an ETA with a time', batch('b2', 5, { eta: '2030-02-01T00:00:00Z' }), unreadable('notDate', 'eta')],
    ['an ETA that is a number', wrong(batch('b2', 5), 'eta', 20300201), unreadable('notText', 'eta')],
    ['a due date in another order', order('o2', 5, { dueDate: '01.02.2030' }), unreadable('notDate', 'dueDate')],
    ['a due date that sorts as none', order('o2', 5, { dueDate: '~' }), unreadable('notDate', 'dueDate')],
    ['a reference that is too long', batch('b'.repeat(81), 5), unreadable('tooLong', 'ref', 80)],
    ['a note that is too long', damage('b1', 1, { note: 'n'.repeat(501) }), unreadable('tooLong', 'note', 500)],
    ['a blank reference', batch('  ', 5), unreadable('empty', 'ref')],
    ['a blank order', order('', 5), unreadable('empty', 'orderId')],
    ['an order in two lines', order('o\n2', 5), unreadable('controlCharacter', 'orderId')],
    ['a SKU with a zero byte', order('o2', 5, { sku: 'A\0B' }), unreadable('controlCharacter', 'sku')],
    ['half of a character', batch('b\ud83d', 5), unreadable('controlCharacter', 'ref')],
    ['a reference that is a number', wrong(batch('b2', 5), 'ref', 2), unreadable('notText', 'ref')],
    ['no reason for a damage', wrong(damage('b1', 1), 'reason', undefined), unreadable('missing', 'reason')],
    ['an unknown field', wrong(batch('b2', 5), 'quantity', 5), unreadable('unknown', 'quantity')],
    ['a count of less than nothing', count('b1', -1, 20), unreadable('tooSmall', 'qty', 0)],
    [
      'a count that expected nothing known',
      wrong(count('b1', 1, 20), 'expected', undefined),
      unreadable('missing', 'expected'),
    ],
    ['an expectation of less than nothing', count('b1', 1, -1), unreadable('tooSmall', 'expected', 0)],
    ['undoing nothing', undo(0), unreadable('tooSmall', 'undoes', 1)],
    ['undoing half a message', undo(1.5), unreadable('notWhole', 'undoes')],
    ['a delay until some day', comes('b1', 'later'), unreadable('notDate', 'eta')],
    ['a delay that says no day', wrong(comes('b1', null), 'eta', undefined), unreadable('missing', 'eta')],
    ['cancelling line 0', cancel('o1', { line: 0 }), unreadable('tooSmall', 'line', 1)],
    ['dispatching a part of an order', wrong(dispatch('o1'), 'sku', SKU), unreadable('unknown', 'sku')],
    ['line 0', order('o2', 5, { line: 0 }), unreadable('tooSmall', 'line', 1)],
    ['notices read up to none', noticesRead(0), unreadable('tooSmall', 'upTo', 1)],
    ['an unknown type', wrong(batch('b2', 5), 'type', 'BatchBurnt'), unreadable('invalid', 'type')],
    ['what only the domain raises', { type: 'OutOfStock', sku: SKU } as never, unreadable('invalid', 'type')],
    ['no type', wrong(batch('b2', 5), 'type', undefined), unreadable('invalid', 'type')],
    ['null', null as never, unreadable('invalid', '')],
    ['nothing', undefined as never, unreadable('missing', '')],
    ['a list', [batch('b2', 5)] as never, unreadable('invalid', '')],
    ['a text', 'BatchCreated' as never, unreadable('invalid', '')],
  ])('%s', async ([, message, expected]) => {
    const warehouse = await given(...stock)
    const before = await everything(warehouse)
    expect([await refusal(warehouse.handle(message)), await everything(warehouse)]).toEqual([expected, before])
  })

  test('and every problem is named at once', async () => {
    const warehouse = await given(...stock)
    const refused = await refusal(warehouse.handle(batch('', 0, { eta: 'soon' })))
    expect(refused?.details).toEqual({
      problems: [
        { field: 'ref', problem: 'empty' },
        { field: 'qty', problem: 'tooSmall', limit: 1 },
        { field: 'eta', problem: 'notDate' },
      ],
    })
  })
})
