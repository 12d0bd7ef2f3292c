import { describe, expect, test } from 'vitest'
import type { MessageInput, Warehouse } from '../../../core/index.ts'
import { given } from '../../support/scenario/given.ts'
import {
  batch,
  close,
  countOn,
  damage,
  dispatch,
  order,
  post,
  setAside,
  sheet,
  undo,
} from '../../support/scenario/messages.ts'
import {
  eventsOf,
  everything,
  free,
  holds,
  lastMessage,
  places,
  refusal,
  standing,
  told,
} from '../../support/scenario/seen.ts'

const said = (warehouse: Warehouse, by: string, ...messages: MessageInput[]) =>
  messages.reduce<Promise<unknown>>(
    (before, message) => before.then(() => warehouse.handle(message, { by })),
    Promise.resolve(),
  )

const EVERY = { recountUnits: 0 }

async function stateOf(warehouse: Warehouse, name = 'A') {
  const { rows } = await warehouse.view('sheetLines', { sheet: name })
  return Object.fromEntries(rows.map(({ ref, state }) => [ref, state]))
}
const sheetOf = async (warehouse: Warehouse, name = 'A') => (await warehouse.view('sheets', { name })).rows[0]!

describe('a count sheet', () => {
  test('has its batches in the order in which they were put on it, each once', async () => {
    const warehouse = await given(batch('b1', 5), batch('b2', 5), batch('b3', 5), sheet('A', ['b2', 'b1', 'b2']))
    await warehouse.handle({ type: 'SheetLinesAdded', sheet: 'A', refs: ['b1', 'b3'] })
    expect(Object.keys(await stateOf(warehouse))).toEqual(['b2', 'b1', 'b3'])
  })

  test.for([
    ['a name that is taken', sheet('A', []), { code: 'DuplicateSheet', details: { sheet: 'A' } }],
    ['a batch that is not there', sheet('B', ['b1', 'b9']), { code: 'UnknownBatch', details: { ref: 'b9' } }],
    ['a batch that is not on it', countOn('A', 'b2', 1), { code: 'NotOnSheet', details: { sheet: 'A', ref: 'b2' } }],
    ['another sheet', countOn('Z', 'b1', 1), { code: 'UnknownSheet', details: { sheet: 'Z' } }],
    ['a posting before anything is agreed upon', post('A'), { code: 'NothingAgreed', details: { sheet: 'A' } }],
  ] as const)('refuses %s', async ([, message, expected]) => {
    const warehouse = await given(batch('b1', 5), batch('b2', 5), sheet('A', ['b1']))
    const before = await everything(warehouse)
    expect([await refusal(warehouse.handle(message)), await everything(warehouse)]).toEqual([expected, before])
  })

  test.for([-1, 1.5, Number.NaN, 1e10, '3', null])('refuses a quantity that is no number of units: %s', async (qty) => {
    const warehouse = await given(batch('b1', 5), sheet('A', ['b1']))
    const message = { ...countOn('A', 'b1', 1), qty } as MessageInput
    expect((await refusal(warehouse.handle(message)))?.code).toBe('InvalidMessage')
  })

  test('takes no more than a thousand batches', async () => {
    const refs = Array.from({ length: 1001 }, (_, index) => `b${index}`)
    const warehouse = await given(...refs.map((ref) => batch(ref, 1)), sheet('A', refs.slice(1)))
    const more = warehouse.handle({ type: 'SheetLinesAdded', sheet: 'A', refs: ['b0'] })
    expect(await refusal(more)).toEqual({ code: 'SheetFull', details: { sheet: 'A', most: 1000 } })
  })

  test('that is closed has changed nothing, and takes no count until its closing is undone', async () => {
    const warehouse = await given(batch('b1', 5), sheet('A', ['b1']), countOn('A', 'b1', 4), close('A'))
    const closed = await lastMessage(warehouse)
    const refused = await refusal(warehouse.handle(countOn('A', 'b1', 5)))
    expect([refused, await holds(warehouse)]).toEqual([
      { code: 'SheetNotOpen', details: { sheet: 'A', state: 'closed' } },
      { b1: 5 },
    ])
    await warehouse.handle(undo(closed))
    expect([(await sheetOf(warehouse)).state, await stateOf(warehouse)]).toEqual(['open', { b1: 'agreed' }])
  })
})

describe('a line of a sheet', () => {
  test('of which nothing was found is counted', async () => {
    const warehouse = await given(batch('b1', 5), batch('b2', 5), sheet('A', ['b1', 'b2']), countOn('A', 'b1', 0))
    expect(await stateOf(warehouse)).toEqual({ b1: 'agreed', b2: 'uncounted' })
  })

  test.for([
    ['units', { recountUnits: 2 }, { within: 18, beyond: 17 }],
    ['units, when more was found', { recountUnits: 2 }, { within: 22, beyond: 23 }],
    ['percent', { recountPercent: 10 }, { within: 18, beyond: 17 }],
    ['either', { recountUnits: 5, recountPercent: 5 }, { within: 19, beyond: 18 }],
  ] as const)('is to be counted again by another person beyond a threshold of %s', async ([, terms, found]) => {
    const warehouse = await given(batch('b1', 20), batch('b2', 20), sheet('A', ['b1', 'b2'], terms))
    await said(warehouse, 'Kim', countOn('A', 'b1', found.within), countOn('A', 'b2', found.beyond))
    expect(await stateOf(warehouse)).toEqual({ b1: 'agreed', b2: 'recount' })
  })

  test('is not counted again by the same person, who is no check on the first count', async () => {
    const warehouse = await given(batch('b1', 20), sheet('A', ['b1'], EVERY))
    await said(warehouse, 'Kim', countOn('A', 'b1', 17))
    const again = await refusal(warehouse.handle(countOn('A', 'b1', 17), { by: 'Kim' }))
    expect(again).toEqual({ code: 'CountedBySame', details: { sheet: 'A', ref: 'b1', by: 'Kim' } })
  })

  test('is closed by two equal differences, though units left in between', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 5), sheet('A', ['b1'], EVERY))
    await said(warehouse, 'Kim', countOn('A', 'b1', 18), dispatch('o1'))
    await said(warehouse, 'Lee', countOn('A', 'b1', 13))
    expect(await stateOf(warehouse)).toEqual({ b1: 'agreed' })
    await warehouse.handle(post('A'))
    expect(await holds(warehouse)).toEqual({ b1: 13 })
  })

  test('is counted a third time when two differ, and closed when the third agrees with another person', async () => {
    const warehouse = await given(batch('b1', 20), sheet('A', ['b1'], EVERY))
    const seen: unknown[] = []
    for (const [by, qty] of [
      ['Kim', 17],
      ['Lee', 18],
      ['Kim', 18],
    ] as const) {
      await said(warehouse, by, countOn('A', 'b1', qty))
      seen.push((await stateOf(warehouse)).b1)
    }
    expect(seen).toEqual(['recount', 'recount', 'agreed'])
  })

  test('is not closed by one person who finds the same twice', async () => {
    const warehouse = await given(batch('b1', 20), sheet('A', ['b1'], EVERY))
    for (const [by, qty] of [
      ['Kim', 17],
      ['Lee', 18],
      ['Kim', 17],
    ] as const)
      await said(warehouse, by, countOn('A', 'b1', qty))
    expect(await stateOf(warehouse)).toEqual({ b1: 'recount' })
  })

  test('within the threshold is corrected by the person who counted it', async () => {
    const warehouse = await given(batch('b1', 20), sheet('A', ['b1'], { recountUnits: 5 }))
    await said(warehouse, 'Kim', countOn('A', 'b1', 19), countOn('A', 'b1', 18), post('A'))
    expect(await holds(warehouse)).toEqual({ b1: 18 })
  })
})

describe('posting a sheet', () => {
  const counted = [
    ...[
      batch('b1', 20),
      order('o1', 12),
      order('o2', 8),
      batch('t1', 9, { sku: 'TABLE' }),
      order('o3', 10, { sku: 'TABLE' }),
    ],
    ...[batch('b2', 8), sheet('A', ['t1', 'b1']), countOn('A', 'b1', 19), countOn('A', 't1', 11)],
  ]

  test('applies all differences at once, over all SKUs: lines move, and waiting lines are filled', async () => {
    const warehouse = await given(...counted)
    const outcome = await warehouse.handle(post('A'))
    expect([told(outcome).sort(), await holds(warehouse)]).toEqual([
      ['o2 reallocated b1 > b2', 'o3 filled - > t1'],
      { b1: 19, b2: 8, t1: 11 },
    ])
  })

  test('is previewed as what it then comes to', async () => {
    const warehouse = await given(...counted)
    expect(await warehouse.preview(post('A'))).toEqual(await warehouse.handle(post('A')))
  })

  test('is undone as a whole, and can be posted again', async () => {
    const warehouse = await given(...counted)
    const before = await standing(warehouse)
    const first = await warehouse.handle(post('A'))
    await warehouse.handle(undo(await lastMessage(warehouse)))
    expect([await standing(warehouse), (await sheetOf(warehouse)).state]).toEqual([before, 'open'])
    expect(told(await warehouse.handle(post('A')))).toEqual(told(first))
  })

  test('is in effect again once its undo is undone, unless somebody went on counting', async () => {
    const warehouse = await given(...counted, post('A'))
    const after = await standing(warehouse)
    const undone = async () => {
      await warehouse.handle(undo(await lastMessage(warehouse)))
      return lastMessage(warehouse)
    }
    await warehouse.handle(undo(await undone()))
    expect([await standing(warehouse), (await sheetOf(warehouse)).state]).toEqual([after, 'posted'])
    const seq = await undone()
    await warehouse.handle(countOn('A', 'b1', 18))
    expect(await refusal(warehouse.handle(undo(seq)))).toEqual({ code: 'SheetChangedSince', details: { sheet: 'A' } })
    expect(await warehouse.check()).toEqual([])
  })

  test('adds what was counted to what came in meanwhile', async () => {
    const warehouse = await given(
      batch('b1', 20),
      sheet('A', ['b1']),
      countOn('A', 'b1', 22),
      damage('b1', 4),
      post('A'),
    )
    expect(await holds(warehouse)).toEqual({ b1: 18 })
  })

  test('leaves out, and names, a batch that holds fewer than are missing, or is no more', async () => {
    const warehouse = await given(batch('b1', 5), batch('b2', 5), batch('b3', 5), order('o1', 5))
    await said(
      warehouse,
      'Kim',
      sheet('A', ['b1', 'b2', 'b3']),
      countOn('A', 'b1', 3),
      countOn('A', 'b2', 4),
      countOn('A', 'b3', 4),
    )
    await said(warehouse, 'Kim', dispatch('o1'), undo(3), batch('b2', 7))
    const outcome = await warehouse.handle(post('A'))
    const leftOut = eventsOf(outcome, 'CountLeftOut').map(({ ref, difference, holds }) => [ref, difference, holds])
    expect([leftOut, await holds(warehouse)]).toEqual([
      [
        ['b1', -2, 0],
        ['b2', -1, null],
      ],
      { b1: 0, b2: 7, b3: 4 },
    ])
    const { rows } = await warehouse.view('sheetLines', { sheet: 'A' })
    expect([rows.map(({ posted }) => posted), (await sheetOf(warehouse)).accuracy?.leftOut]).toEqual([
      [null, null, -1],
      2,
    ])
    expect(await warehouse.check()).toEqual([])
  })

  test('leaves lines that are not agreed upon as they are', async () => {
    const warehouse = await given(batch('b1', 5), batch('b2', 5), batch('b3', 5), sheet('A', ['b1', 'b2', 'b3'], EVERY))
    await said(warehouse, 'Kim', countOn('A', 'b1', 5), countOn('A', 'b2', 3), post('A'))
    expect([await holds(warehouse), (await sheetOf(warehouse)).counts]).toEqual([
      { b1: 5, b2: 5, b3: 5 },
      { uncounted: 1, recount: 1, agreed: 1 },
    ])
  })

  test('counts units that are set aside as part of what the batch holds', async () => {
    const warehouse = await given(
      batch('b1', 5),
      setAside('b1', 3),
      sheet('A', ['b1']),
      countOn('A', 'b1', 2),
      post('A'),
    )
    expect([await holds(warehouse), await free(warehouse)]).toEqual([{ b1: 2 }, { b1: 0 }])
  })

  test('tells how accurate the stock was', async () => {
    const warehouse = await given(
      batch('b1', 10),
      batch('b2', 20),
      batch('b3', 30),
      batch('b4', 5),
      sheet('A', ['b1', 'b2', 'b3', 'b4']),
    )
    await said(warehouse, 'Kim', countOn('A', 'b1', 10), countOn('A', 'b2', 17), countOn('A', 'b3', 31), post('A'))
    expect((await sheetOf(warehouse)).accuracy).toEqual({
      ...{ counted: 3, exact: 1, surplus: 1, missing: 3, expected: 60, leftOut: 0 },
    })
  })

  test('of a difference that would displace nobody leaves every line where it is', async () => {
    const warehouse = await given(
      batch('b1', 20),
      order('o1', 12),
      sheet('A', ['b1']),
      countOn('A', 'b1', 12),
      post('A'),
    )
    expect(await places(warehouse)).toEqual({ o1: 'b1' })
  })
})

describe('a blind sheet, until it is posted,', () => {
  test('tells nobody what is expected, what was counted, or a difference', async () => {
    const warehouse = await given(batch('b1', 4711), sheet('A', ['b1'], EVERY))
    const outcome = await warehouse.handle(countOn('A', 'b1', 4710), { by: 'Kim' })
    const { rows } = await warehouse.view('sheetLines', { sheet: 'A' })
    expect([outcome.events, rows]).toEqual([
      [],
      [
        {
          ...{ place: 0, ref: 'b1', sku: 'SMALL-TABLE', state: 'recount', times: 1, by: 'Kim' },
          ...{ qty: null, expected: null, difference: null, posted: null },
        },
      ],
    ])
    expect((await sheetOf(warehouse)).accuracy).toBeNull()
  })

  test('tells it in no view of history either', async () => {
    const warehouse = await given(batch('b1', 4711), sheet('A', ['b1']), countOn('A', 'b1', 4710))
    const told = async () => {
      const views = [await warehouse.view('history', { messages: true }), await warehouse.view('entries', {})]
      return views.map(({ rows }) => rows.map(({ event }) => event).find(({ type }) => type === 'SheetLineCounted'))
    }
    const counted = { type: 'SheetLineCounted', sheet: 'A', ref: 'b1' }
    expect(await told()).toEqual(Array(2).fill({ ...counted, qty: null }))
    await warehouse.handle(post('A'))
    expect(await told()).toEqual(Array(2).fill({ ...counted, qty: 4710 }))
  })

  test('is not told by a sheet that is closed either', async () => {
    const warehouse = await given(batch('b1', 4711), sheet('A', ['b1']), countOn('A', 'b1', 4710), close('A'))
    expect(JSON.stringify(await warehouse.view('sheetLines', { sheet: 'A' }))).not.toContain('47')
  })

  test('and an open one tells all of it at once', async () => {
    const warehouse = await given(
      batch('b1', 20),
      batch('b2', 7),
      sheet('A', ['b1', 'b2'], { blind: false }),
      countOn('A', 'b1', 18),
    )
    const { rows } = await warehouse.view('sheetLines', { sheet: 'A' })
    expect(rows.map(({ qty, expected, difference }) => [qty, expected, difference])).toEqual([
      [18, 20, -2],
      [null, 7, null],
    ])
  })
})

describe('the batches to be counted', () => {
  const refs = async (warehouse: Warehouse, query: object) =>
    (await warehouse.view('toCount', query)).batches.map(({ ref }) => ref)
  const LONG_AGO = '2029-12-01T00:00:00Z'

  test('are those in the warehouse that hold anything, and their number is not told', async () => {
    const warehouse = await given(
      batch('b1', 4711),
      batch('b2', 5, { eta: '2030-02-01' }),
      batch('b3', 5),
      damage('b3', 5),
    )
    expect(await warehouse.view('toCount', {})).toEqual({ batches: [{ ref: 'b1', sku: 'SMALL-TABLE' }], more: false })
  })

  test('are narrowed by a search, or named, and sorted by quantity', async () => {
    const warehouse = await given(batch('b1', 5), batch('b2', 9), batch('c1', 7, { sku: 'LAMP' }))
    expect([
      await refs(warehouse, { search: 'lam' }),
      await refs(warehouse, { refs: ['b2', 'none'] }),
      await refs(warehouse, { sort: 'quantity' }),
      await refs(warehouse, { limit: 2 }),
    ]).toEqual([['c1'], ['b2'], ['b2', 'c1', 'b1'], ['c1', 'b1']])
  })

  test('are those that nobody has counted lately, on a sheet or without one', async () => {
    const warehouse = await given(
      batch('b1', 5),
      batch('b2', 5),
      batch('b3', 5),
      sheet('A', ['b2']),
      countOn('A', 'b2', 5),
    )
    await warehouse.handle({ type: 'StockCounted', ref: 'b3', qty: 5, expected: 5 })
    expect(await refs(warehouse, { notCountedSince: LONG_AGO })).toEqual(['b1'])
  })

  test('are those that were damaged, set aside or found short lately, unless that was taken back', async () => {
    const warehouse = await given(...['b1', 'b2', 'b3', 'b4', 'b5', 'b6'].map((ref) => batch(ref, 5)))
    await said(warehouse, 'Kim', damage('b1', 1), setAside('b2', 1), sheet('A', ['b3', 'b5']), countOn('A', 'b3', 4))
    await said(warehouse, 'Kim', countOn('A', 'b5', 6), post('A'), {
      type: 'StockCounted',
      ref: 'b4',
      qty: 6,
      expected: 5,
    })
    await warehouse.handle(damage('b6', 1))
    await warehouse.handle(undo(await lastMessage(warehouse)))
    expect(await refs(warehouse, { troubledSince: LONG_AGO })).toEqual(['b1', 'b2', 'b3'])
  })
})
