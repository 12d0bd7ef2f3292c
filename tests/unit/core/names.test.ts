import { describe, expect, test } from 'vitest'
import { operatorNameSchema } from '../../../core/domain/messages.ts'
import { parse } from '../../../core/domain/parse.ts'
import type { MessageInput } from '../../../core/index.ts'
import { given } from '../../support/scenario/given.ts'
import { batch, damage, order } from '../../support/scenario/messages.ts'
import { refusal } from '../../support/scenario/seen.ts'

describe('a name has nothing in it that nobody sees:', () => {
  test.for([
    ['a zero-width space', 'A\u200bB'],
    ['a word joiner', 'A\u2060B'],
    ['a soft hyphen', 'A\u00adB'],
    ['a Hangul filler', '\u3164'],
    ['a mark that turns the direction', 'A\u202eB'],
    ['a line separator', 'A\u2028B'],
    ['a zero-width joiner', '👩\u200d🚀'],
    ['a character that is none', 'A\uffff'],
    ['half of a pair', 'A\ud83d'],
  ])('%s', async ([, sku]) => {
    const warehouse = await given()
    const refused = await refusal(warehouse.handle(batch('b1', 1, { sku })))
    expect(refused?.details).toEqual({ problems: [{ field: 'sku', problem: 'controlCharacter' }] })
  })
})

test('a remark may have emoji of several characters, and marks of direction', async () => {
  const note = '👩\u200d🚀 \u200fשלום'
  const warehouse = await given(batch('b1', 2))
  const { events } = await warehouse.handle(damage('b1', 1, { note }))
  expect(events[0]).toMatchObject({ note })
})

test('a name is one name, however its letters are composed', async () => {
  const warehouse = await given(batch('b1', 5, { sku: '각' }))
  const { results } = await warehouse.handle(order('o1', 1, { sku: '각'.normalize('NFD') }))
  expect(results[0]).toBe('b1')
})

describe('who a message is by is named as an operator is:', () => {
  test.for([
    ['half of a pair', 'Kim\ud83d'],
    ['longer than 80 characters when it is composed', '\u0958'.repeat(80)],
    ['blank', '   '],
  ])('%s is refused by both', async ([, by]) => {
    const warehouse = await given(batch('b1', 5))
    const refused = await refusal(warehouse.handle(order('o1', 1), { by }))
    const asOperator = await refusal(Promise.resolve().then(() => parse(operatorNameSchema, by)))
    expect([refused?.code, asOperator?.code]).toEqual(['InvalidMessage', 'InvalidMessage'])
  })

  test('what the one takes, the other takes', async () => {
    const warehouse = await given(batch('b1', 5))
    await warehouse.handle(order('o1', 1), { by: parse(operatorNameSchema, ' 김\u1112\u1161늘 ') })
    const { rows } = await warehouse.view('history', { orderId: 'o1', messages: true })
    expect(rows[0]?.by).toBe('김하늘')
  })
})

describe('a date is one that a calendar has, of the year 1 or later:', () => {
  test.for(['0000-01-01', '0000-12-31', '2030-13-01', '2030-02-29'])('not %s', async (eta) => {
    const warehouse = await given()
    const refused = await refusal(warehouse.handle(batch('b1', 1, { eta })))
    expect(refused?.details).toEqual({ problems: [{ field: 'eta', problem: 'notDate' }] })
  })

  test('the first is taken', async () => {
    const warehouse = await given(batch('b1', 1, { eta: '0001-01-01' }))
    expect((await warehouse.view('batches', {})).rows[0]?.eta).toBe('0001-01-01')
  })
})

describe('what is no message at all', () => {
  const problemsOf = async (message: unknown) => {
    const warehouse = await given()
    return (await refusal(warehouse.handle(message as MessageInput)))?.details
  }

  test('is refused for a key that JavaScript takes for a prototype', async () => {
    const message = JSON.parse('{ "type": "OrderDispatched", "orderId": "o1", "__proto__": { "admin": true } }')
    expect(await problemsOf(message)).toEqual({ problems: [{ field: '__proto__', problem: 'unknown' }] })
  })

  test('tells no more than 20 problems', async () => {
    const keys = Array.from({ length: 60 }, (_, index) => [`key${index}`, 1])
    const details = await problemsOf({ ...Object.fromEntries(keys), type: 'OrderDispatched' })
    expect(details).toMatchObject({ problems: { length: 20 } })
  })

  test('is not looked at when it has more than 100 keys', async () => {
    const keys = Array.from({ length: 101 }, (_, index) => [`key${index}`, 1])
    expect(await problemsOf(Object.fromEntries(keys))).toEqual({
      problems: [{ field: '', problem: 'invalid', limit: 100 }],
    })
  })
})

describe('a text that is far too long costs nothing to refuse:', () => {
  const marks = '\u0301\u0316'.repeat(50_000)
  test.for<[string, MessageInput]>([
    ['a SKU', batch('b1', 1, { sku: `a${marks}` })],
    ['a note', damage('b1', 1, { note: `a${marks}` })],
    ['an import', { type: 'ImportStarted', file: `a${marks}` }],
  ])('%s of 100,000 combining marks', async ([, message]) => {
    const warehouse = await given()
    await refusal(warehouse.handle(batch('b1', 0))) // so that nothing is compiled while it counts
    const before = process.threadCpuUsage()
    const refused = await refusal(warehouse.handle(message))
    const { user, system } = process.threadCpuUsage(before)
    expect(refused?.details).toMatchObject({ problems: [{ problem: 'tooLong' }] })
    expect((user + system) / 1000).toBeLessThan(50) // milliseconds
  })

  test('nor does a search for one', async () => {
    const warehouse = await given()
    await warehouse.view('products', { search: 'a' })
    const before = process.threadCpuUsage()
    const refused = await refusal(warehouse.view('products', { search: `a${marks}` }))
    const { user, system } = process.threadCpuUsage(before)
    expect(refused?.code).toBe('InvalidMessage')
    expect((user + system) / 1000).toBeLessThan(50)
  })
})
