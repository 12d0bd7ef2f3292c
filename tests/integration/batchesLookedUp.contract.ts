import { describe, expect, test } from 'vitest'
import type { MessageInput } from '../../core/index.ts'
import type { Store } from '../../core/ports/store.ts'
import { run, storeWith } from '../support/scenario/commit.ts'
import { batch, dispatch, order, quantity, undo } from '../support/scenario/messages.ts'

/** Which batches a unit of work must find, though not all of a product are loaded. */
export function batchesLookedUpContract(name: string, openStore: () => Store): void {
  const given = (...messages: MessageInput[]) => storeWith(openStore(), ...messages)

  describe(`batches in ${name}`, () => {
    describe('the batch that a line goes to is there', () => {
      const small = (count: number) => Array.from({ length: count }, (_, index) => batch(`small${index}`, 2))
      const later = { eta: '2030-02-01' }

      test('though many others with room are preferred to it, which are too small', async () => {
        const uow = (
          await given(...small(40), batch('soon', 9, later), batch('late', 9, { eta: '2030-03-01' }))
        ).unitOfWork()
        const { results } = (await run(uow, order('o1', 9))).outcome
        const { results: next } = (await run(uow, order('o2', 9))).outcome
        expect([results[0], next[0]]).toEqual(['soon', 'late'])
      })

      test('the most preferred of those that can hold it, of whatever size', async () => {
        const sizes = [9, 5, 7, 6, 8].map((qty) => batch(`of${qty}`, qty, later))
        const uow = (await given(...small(40), ...sizes)).unitOfWork()
        const chosen = []
        for (const [index, qty] of [5, 5, 5, 5, 5, 5].entries())
          chosen.push((await run(uow, order(`o${index}`, qty))).outcome.results[0])
        expect(chosen).toEqual(['of9', 'of5', 'of7', 'of6', 'of8', null])
      })

      test('with what was taken from it in this unit of work', async () => {
        const uow = (await given(...small(40), batch('large', 20, later), batch('last', 20, later))).unitOfWork()
        const chosen = []
        for (const orderId of ['o1', 'o2', 'o3', 'o4'])
          chosen.push((await run(uow, order(orderId, 9))).outcome.results[0])
        expect(chosen).toEqual(['large', 'large', 'last', 'last'])
      })

      test('not one that was withdrawn in this unit of work, nor one that shrank in it', async () => {
        const store = await given(
          ...small(40),
          batch('gone', 9, later),
          batch('less', 9, later),
          batch('last', 9, later),
        )
        const uow = store.unitOfWork()
        await run(uow, undo(81)) // of `gone`: each batch takes two places in history
        await run(uow, quantity('less', 3))
        expect((await run(uow, order('o1', 9))).outcome.results[0]).toBe('last')
      })

      test('though a less preferred one that can hold it was loaded before', async () => {
        const batches = [batch('late', 9, { eta: '2030-03-01' }), batch('soon', 9, later)]
        const uow = (await given(...small(40), ...batches)).unitOfWork()
        await run(uow, quantity('late', 10))
        expect((await run(uow, order('o1', 9))).outcome.results[0]).toBe('soon')
      })

      test('for more lines than are looked up one by one', async () => {
        const large = Array.from({ length: 100 }, (_, index) => batch(`large${index}`, 9, later))
        const uow = (await given(...small(20), ...large)).unitOfWork()
        const chosen = []
        for (let index = 0; index < 100; index++)
          chosen.push((await run(uow, order(`o${index}`, 9))).outcome.results[0])
        expect(chosen).toEqual(large.map(({ ref }) => ref))
      })

      test('and so are five of those that it would have preferred', async () => {
        const uow = (await given(...small(40), batch('soon', 9, later))).unitOfWork()
        const { events } = (await run(uow, order('o1', 9))).outcome
        const considered = [0, 1, 2, 3, 4].map((index) => ({ ref: `small${index}`, available: 2 }))
        expect(events).toMatchObject([{ type: 'Allocated', ref: 'soon', considered }])
      })
    })

    describe('a batch that is to be withdrawn comes', () => {
      test('with all its lines, though it is full', async () => {
        const { products } = (await given(batch('b1', 2), order('o1', 1), order('o2', 1), order('o3', 1))).unitOfWork()
        const product = (await products.getToWithdraw('b1'))!
        const ofBatch = [...product.lines.values()].filter(({ batchRef }) => batchRef === 'b1')
        expect(ofBatch.map(({ orderId, state }) => [orderId, state])).toEqual([
          ['o1', 'allocated'],
          ['o2', 'allocated'],
        ])
      })

      test('with a line that left it, if there is one', async () => {
        const lines = [order('o1', 1), order('o2', 1), dispatch('o1'), dispatch('o2')]
        const { products } = (await given(batch('b1', 3), ...lines)).unitOfWork()
        const product = (await products.getToWithdraw('b1'))!
        expect([...product.lines.values()].some(({ state }) => state === 'dispatched')).toBe(true)
      })

      test('with a line that was sent to it in this unit of work', async () => {
        const uow = (await given(batch('b1', 3), order('o1', 1))).unitOfWork()
        await run(uow, order('o2', 1))
        const product = (await uow.products.getToWithdraw('b1'))!
        expect([...product.lines.keys()].sort()).toEqual(['1:o1', '1:o2'])
      })

      test('or not at all, when it is gone already', async () => {
        const uow = (await given(batch('b1', 3), batch('b2', 3))).unitOfWork()
        await run(uow, undo(1))
        const found = [await uow.products.getToWithdraw('b1'), await uow.products.getByBatchRef('b1')]
        expect([...found, await uow.products.getToWithdraw('none')]).toEqual([null, null, null])
      })
    })
  })
}
