import { describe, expect, test } from 'vitest'
import type { MessageInput } from '../../core/index.ts'
import type { Store } from '../../core/ports/store.ts'
import { ConcurrencyError } from '../../core/ports/unitOfWork.ts'
import { commit, finish, run, storeWith } from '../support/scenario/commit.ts'
import { batch, cancel, comes, dispatch, noticesRead, order, quantity, undo } from '../support/scenario/messages.ts'

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

    test('notices stay unread until they are read, and then stay read', async () => {
      const store = await given(batch('b1', 1), order('o1', 2), order('o2', 2))
      const unread: number[] = []
      for (const message of [noticesRead(1), noticesRead(3), noticesRead(2), order('o3', 2)]) {
        await commit(store, message)
        unread.push((await store.view('summary', {})).unreadNotices)
      }
      expect(unread).toEqual([3, 1, 1, 3])
    })

    test('a notice that is yet to come cannot have been read', async () => {
      const store = await given(batch('b1', 1), order('o1', 2), noticesRead(1000), order('o2', 2))
      expect(await store.view('summary', {})).toMatchObject({ unreadNotices: 2 })
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
      ])('%s', async ([, first, second, id]) => {
        const stock = [batch('b1', 15), quantity('b1', 20), order('here', 1), batch('s1', 20, { sku: 'SHELF' })]
        const store = await given(...stock)
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
