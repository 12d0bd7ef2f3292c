import { describe, expect, test } from 'vitest'
import type { MessageInput } from '../../core/index.ts'
import type { Store } from '../../core/ports/store.ts'
import { ConcurrencyError } from '../../core/ports/unitOfWork.ts'
import { commit, finish, record, run, storeWith } from '../support/scenario/commit.ts'
import {
  batch,
  cancel,
  comes,
  countOn,
  damage,
  dispatch,
  noticesRead,
  order,
  post,
  quantity,
  sheet,
  undo,
} from '../support/scenario/messages.ts'

/** What a unit of work must write, and must not, whatever it writes to. */
export function unitOfWorkContract(name: string, openStore: () => Store): void {
  const given = (...messages: MessageInput[]) => storeWith(openStore(), ...messages)

  describe(`units of work in ${name}`, () => {
    test('a batch that was stored can be allocated to', async () => {
      const store = await given(batch('b1', 20), order('o1', 5))
      const product = await store.unitOfWork().products.getByBatchRef('b1')
      expect(product?.batches.get('b1')).toMatchObject({ qty: 20, allocated: 5 })
    })

    test('nothing is written without a commit', async () => {
      const store = await given(batch('b1', 20), order('o1', 5))
      const before = await stored(store)
      await run(store.unitOfWork(), quantity('b1', 0))
      expect(await stored(store)).toEqual(before)
    })

    test('nothing is written when a handler fails after others have done their part', async () => {
      const store = await given(batch('b1', 20))
      const before = await stored(store)
      const uow = store.unitOfWork()
      await run(uow, order('o1', 5))
      await expect(run(uow, order('o2', 5, { sku: 'NONE' }))).rejects.toThrow('Invalid sku NONE')
      expect(await stored(store)).toEqual(before)
    })

    test('what a message came to is answered exactly, by its id', async () => {
      const store = await given(batch('b1', 20), batch('b2', 5), order('o1', 5), order('o2', 15))
      const message = quantity('b1', 0, { reason: 'water', note: 'the roof' })
      const outcome = await commit(store, message, 'm1')
      const uow = store.unitOfWork()
      expect(outcome.notices.map(({ kind }) => kind)).toEqual(['reallocated', 'backordered', 'outOfStock'])
      expect([await uow.findHandled('m1'), await uow.findHandled('m2')]).toEqual([
        { message, outcome, undone: false },
        null,
      ])
    })

    test('what a message came to is answered exactly, by its sequence in history', async () => {
      const store = await given(batch('b1', 20), order('o1', 15)) // 1 and 3
      const message = quantity('b1', 0, { reason: 'water' })
      const outcome = await commit(store, message)
      await commit(store, order('o2', 5))
      const { findMessage } = messagesOf(store)
      expect([await findMessage(5), await findMessage(6), await findMessage(99)]).toEqual([
        { message, outcome, undone: false },
        null,
        null,
      ])
    })

    test('a message that was undone is known to be', async () => {
      const store = await given(batch('b1', 20), quantity('b1', 10), quantity('b1', 5), undo(5)) // 1, 3, 5 and 7
      const { findMessage } = messagesOf(store)
      const found = [await findMessage(3), await findMessage(5), await findMessage(7)]
      expect(found.map((stored) => [stored?.message.type, stored?.undone])).toEqual([
        ['BatchQuantityChanged', false],
        ['BatchQuantityChanged', true],
        ['MessageUndone', false],
      ])
    })

    test('an undo that was undone is known to be, and what it undid counts again', async () => {
      const store = await given(batch('b1', 20), quantity('b1', 10), undo(3), undo(5)) // 1, 3, 5 and 8
      const { findMessage } = messagesOf(store)
      const seqs = [1, 3, 5]
      const undone = async () => Promise.all(seqs.map(async (seq) => (await findMessage(seq))?.undone))
      const before = await undone()
      await commit(store, undo(3))
      expect([before, await undone()]).toEqual([
        [false, false, true],
        [false, true, true],
      ])
    })

    test('what is undone in a unit of work is known to be in it, before it is committed', async () => {
      const store = await given(batch('b1', 20), quantity('b1', 10), quantity('b1', 5)) // 1, 3 and 5
      const uow = store.unitOfWork()
      await record(uow, undo(3))
      const found = [await uow.findMessage(3), await uow.findMessage(5), await messagesOf(store).findMessage(3)]
      expect(found.map((message) => message?.undone)).toEqual([true, false, false])
    })

    describe('several messages of one unit of work', () => {
      test('are written together, each with its own place in history, or not at all', async () => {
        const store = await given(batch('b1', 20))
        const before = await stored(store)
        const uow = store.unitOfWork()
        const outcomes = [
          await record(uow, order('o1', 5), 'm1'),
          await record(uow, quantity('b1', 4), 'm2'),
          await record(uow, batch('b2', 5), 'm3'),
        ]
        expect(await stored(store)).toEqual(before)
        await uow.commit()
        const handled = []
        for (const id of ['m1', 'm2', 'm3']) handled.push((await store.unitOfWork().findHandled(id))?.outcome)
        expect(handled).toEqual(outcomes)
        const product = await store.unitOfWork().products.getByBatchRef('b2')
        expect(product?.batches.get('b2')).toMatchObject({ qty: 5, allocated: 5 })
      })

      test('know what was handled before them under the same id', async () => {
        const store = await given(batch('b1', 20))
        const uow = store.unitOfWork()
        const outcome = await record(uow, order('o1', 5), 'm1')
        expect((await uow.findHandled('m1'))?.outcome).toEqual(outcome)
      })

      test('know an undo among them whose effect another takes back', async () => {
        const store = await given(batch('b1', 20), damage('b1', 3), undo(3), undo(6))
        const uow = store.unitOfWork()
        await record(uow, undo(9), 'undone once more')
        expect(await uow.findHandled('undone once more')).toMatchObject({ undone: false })
        await record(uow, undo(6))
        expect(await uow.findHandled('undone once more')).toMatchObject({ undone: true })
      })

      test('each have their own notices', async () => {
        const store = await given(batch('b1', 1))
        const uow = store.unitOfWork()
        const outcomes = [await record(uow, order('o1', 5)), await record(uow, order('o2', 5))]
        await uow.commit()
        const kinds = outcomes.map(({ notices }) => notices.map(({ kind, orderId }) => `${kind} ${orderId}`))
        expect(kinds).toEqual([
          ['backordered o1', 'outOfStock null'],
          ['backordered o2', 'outOfStock null'],
        ])
        expect(await store.view('summary', {})).toMatchObject({ unreadNotices: 4 })
      })

      test('may withdraw a batch and receive another of its reference, of another SKU too', async () => {
        const store = await given(batch('b1', 20), batch('s1', 5, { sku: 'SHELF' }))
        const uow = store.unitOfWork()
        await record(uow, undo(1))
        await record(uow, batch('b1', 7, { sku: 'SHELF' }))
        await uow.commit()
        const product = await store.unitOfWork().products.getByBatchRef('b1')
        expect([product?.sku, product?.batches.get('b1')]).toMatchObject(['SHELF', { qty: 7, allocated: 0 }])
      })

      test('take no line of a batch that was withdrawn for one of the batch that has its reference now', async () => {
        const store = await given(batch('b1', 5), order('old', 5))
        const uow = store.unitOfWork()
        await record(uow, undo(1))
        await record(uow, batch('b1', 3, { sku: 'SHELF' }))
        await record(uow, order('new', 3, { sku: 'SHELF' }))
        const { events } = await record(uow, damage('b1', 3))
        expect(events.filter(({ type }) => type === 'Deallocated')).toMatchObject([{ orderId: 'new', sku: 'SHELF' }])
      })

      test('may withdraw a line and order it anew, otherwise', async () => {
        const store = await given(batch('b1', 20), order('o1', 5)) // 1 and 3
        const uow = store.unitOfWork()
        await record(uow, undo(3))
        await record(uow, order('o1', 9, { dueDate: '2030-02-01' }))
        await uow.commit()
        const [product] = await store.unitOfWork().products.getByOrder('o1')
        const line = { qty: 9, dueDate: '2030-02-01', state: 'allocated', batchRef: 'b1' }
        expect([...product!.lines.values()]).toMatchObject([line])
        expect(product!.batches.get('b1')).toMatchObject({ allocated: 9 })
      })

      test('may undo anew what had come into effect again among them', async () => {
        const store = await given(batch('b1', 20), quantity('b1', 10), undo(3)) // 1, 3 and 5
        const uow = store.unitOfWork()
        await record(uow, undo(5))
        await record(uow, undo(3))
        await uow.commit()
        const found = [await messagesOf(store).findMessage(3), await messagesOf(store).findMessage(5)]
        expect(found.map((message) => message?.undone)).toEqual([true, true])
      })

      test('are all refused when another process changed what one of them read', async () => {
        const store = await given(batch('b1', 20), batch('s1', 5, { sku: 'SHELF' }))
        const uow = store.unitOfWork()
        await record(uow, order('o1', 5))
        await record(uow, order('o1', 5, { sku: 'SHELF' }))
        await commit(store, quantity('s1', 4))
        const before = await stored(store)
        await expect(uow.commit()).rejects.toThrow(ConcurrencyError)
        expect(await stored(store)).toEqual(before)
      })
    })

    test('notices stay unread until they are read, and then stay read', async () => {
      const store = await given(batch('b1', 1), order('o1', 2), order('o2', 2))
      const unread: number[] = []
      for (const message of [noticesRead(1), noticesRead(3), noticesRead(2), order('o3', 2)]) {
        await commit(store, message)
        unread.push((await store.view('summary', { reader: 'Kim' })).unreadNotices)
      }
      expect(unread).toEqual([3, 1, 1, 3])
    })

    test('a notice that is yet to come cannot have been read', async () => {
      const store = await given(batch('b1', 1), order('o1', 2), noticesRead(1000), order('o2', 2))
      expect(await store.view('summary', { reader: 'Kim' })).toMatchObject({ unreadNotices: 2 })
    })

    describe('of two that overlap the second is refused, and nothing of the first is lost:', () => {
      const differentProducts = [order('o1', 5), order('o2', 5, { sku: 'SHELF' })] as const
      test.for<[string, MessageInput, MessageInput, string?]>([
        ['both allocate to one batch', order('o1', 15), order('o2', 15)],
        ['one allocates, one changes the quantity', order('o1', 15), quantity('b1', 5)],
        ['both change the quantity of one batch', quantity('b1', 20), quantity('b1', 5)],
        ['both create a product', batch('new', 5, { sku: 'NEW' }), batch('newer', 6, { sku: 'NEW' })],
        ['both create a batch of one reference', batch('new', 5, { sku: 'NEW' }), batch('new', 6, { sku: 'NEWER' })],
        ['both are the same message', ...differentProducts, 'm1'],
        ['both undo the same change', undo(3), undo(3)],
        ['one cancels the line that the other dispatches', cancel('here'), dispatch('here')],
        ['one delays the batch that the other allocates to', comes('b1', '2030-02-01'), order('o1', 5)],
        ['both open a sheet of one name', sheet('B', ['b1']), sheet('B', ['s1'])],
        ['both count on one sheet', countOn('A', 'b1', 5), countOn('A', 's1', 5)],
        ['one changes the batch that the other counts', quantity('b1', 5), countOn('A', 'b1', 15)],
        ['one counts what the other posts', countOn('A', 'b1', 5), post('A')],
      ])('%s', async ([, first, second, id]) => {
        const stock = [batch('b1', 15), quantity('b1', 20), order('here', 1), batch('s1', 20, { sku: 'SHELF' })]
        const store = await given(...stock, sheet('A', ['b1', 's1']), countOn('A', 's1', 4))
        const [winner, loser] = [store.unitOfWork(), store.unitOfWork()]
        const outcomes = [await run(winner, first), await run(loser, second)] as const
        await finish(winner, first, outcomes[0], id)
        const before = await stored(store)
        await expect(finish(loser, second, outcomes[1], id)).rejects.toThrow(ConcurrencyError)
        expect(await stored(store)).toEqual(before)
      })
    })

    test('what was read before and what was read after another change are never mixed', async () => {
      const store = await given(batch('b1', 20), order('o1', 10))
      const uow = store.unitOfWork()
      await uow.products.getByBatchRef('b1')
      await commit(store, quantity('b1', 0))
      const goOn = async () => finish(uow, quantity('b1', 5), await run(uow, quantity('b1', 5)))
      await expect(goOn()).rejects.toThrow(ConcurrencyError)
    })
  })
}

const messagesOf = (store: Store) => ({ findMessage: (seq: number) => store.unitOfWork().findMessage(seq) })

/** What a new unit of work finds of the batches in these tests, and of the lines that are allocated to them. */
async function stored(store: Store) {
  const found = []
  for (const ref of ['b1', 's1', 'new', 'newer']) {
    const product = await store.unitOfWork().products.getByBatchRef(ref, 0)
    found.push(product && [product.version, [...product.batches.values()], [...product.lines.values()]])
  }
  return { found, summary: await store.view('summary', {}) }
}
