import { describe, expect, test } from 'vitest'
import type { MessageInput } from '../../../../core/index.ts'
import {
  batch,
  cancel,
  comes,
  count,
  damage,
  departed,
  dispatch,
  noticesRead,
  order,
  quantity,
  undo,
} from '../../../support/scenario/messages.ts'
import { refusal } from '../../../support/scenario/seen.ts'
import { givenAnd, refusalOf } from '../../../support/scenario/undoing.ts'

const stock = [batch('b1', 20), order('o1', 15), batch('b2', 9)]

describe('a message that was undone is not undone again,', () => {
  test('whatever happened since', async () => {
    const { refused, seq } = await givenAnd(...stock, damage('b1', 10))
    expect(await refused(undo(seq), damage('b1', 10))).toEqual({ code: 'AlreadyUndone', details: { seq } })
  })

  test('even by two who do so at the same time', async () => {
    const { warehouse, seq } = await givenAnd(...stock, count('b1', 19, 20))
    const both = [undo(seq), undo(seq)].map((message) => refusal(warehouse.handle(message)))
    expect((await Promise.all(both)).map((refused) => refused?.code)).toEqual([undefined, 'AlreadyUndone'])
  })
})

describe('a message that changed nothing is not undone:', () => {
  const left = [...stock, order('gone', 1), dispatch('gone'), departed('gone'), order('off', 1), cancel('off')]
  test.for<[string, MessageInput]>([
    ['a quantity that is the same', quantity('b1', 19)],
    ['a count that found what was expected', count('b1', 19, 19)],
    ['an arrival on the same day', comes('b1', null)],
    ['a line that was ordered before', order('o1', 15)],
    ['a line that was cancelled before', cancel('off')],
    ['an order that has left already', dispatch('gone')],
    ['an order that is confirmed already', departed('gone')],
    ['notices that were read', noticesRead(1)],
    ['mails that are tried again', { type: 'MailRetried', mail: null }],
    ['an import that begins', { type: 'ImportStarted', file: 'orders.csv' }],
  ])('%s', async ([, message]) => {
    const { refused, seq } = await givenAnd(...left, message)
    expect(await refused()).toEqual({ code: 'NotUndoable', details: { seq, type: message.type } })
  })
})

describe('what is no message is not undone:', () => {
  test('what a message caused', async () => {
    const { warehouse, seq } = await givenAnd(...stock, damage('b1', 10))
    expect(await refusalOf(warehouse, seq + 1)).toEqual({ code: 'UnknownMessage', details: { seq: seq + 1 } })
  })

  test('what never was', async () => {
    const { warehouse } = await givenAnd(...stock)
    expect(await refusalOf(warehouse, 1000)).toEqual({ code: 'UnknownMessage', details: { seq: 1000 } })
  })
})
