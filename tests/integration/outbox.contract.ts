import { describe, expect, test } from 'vitest'
import type { MessageInput } from '../../core/index.ts'
import { type Attempt, LONGEST_DELAY, type MailFailure, type Outbox } from '../../core/ports/outbox.ts'
import type { Store } from '../../core/ports/store.ts'
import { commit, run, storeWith } from '../support/scenario/commit.ts'
import { NOW } from '../support/scenario/given.ts'
import { batch, damage, order } from '../support/scenario/messages.ts'

const failure: MailFailure = { reason: 'unreachable', detail: 'refused', permanent: false }
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const wait = (minutes: number): Attempt => ({ state: 'waiting', nextAttempt: later(minutes), failure })
const retry = (mail: number | null): MessageInput => ({ type: 'MailRetried', mail })
const stock = [batch('b1', 20), batch('s1', 5, { sku: 'SHELF' }), order('o1', 15), order('o2', 5)]

/** What an outbox must keep, wherever it is kept. */
export function outboxContract(name: string, openStore: () => Store): void {
  const given = async (enabled: boolean, ...messages: MessageInput[]) => {
    const store = await storeWith(openStore(), ...stock)
    store.outbox.enabled = enabled
    return storeWith(store, ...messages)
  }
  /** The SKUs of all that is due, in the order in which it would be sent. */
  const due = async (outbox: Outbox, now = NOW) => {
    const skus: string[] = []
    for (let mail = await outbox.nextDue(now); mail; mail = await outbox.nextDue(now)) {
      skus.push(mail.sku ?? mail.message.type)
      await outbox.settle(mail.seq, { state: 'sent' })
    }
    return skus
  }

  describe(`the outbox in ${name}`, () => {
    test('has a mail for a report that is to be sent, while mail is on', async () => {
      const report = { type: 'ReportMade', day: '2030-01-01', folder: '/reports', files: ['day.pdf'] } as const
      const on = await given(true, { ...report, mail: true }, { ...report, mail: false })
      expect(await due(on.outbox)).toEqual(['ReportMade'])
      const off = await given(false, { ...report, mail: true })
      expect(await due(off.outbox)).toEqual([])
    })

    test('has one mail for each SKU and message that found no stock, with the lines that wait', async () => {
      const { outbox } = await given(true, damage('b1', 18), order('o3', 9, { sku: 'SHELF' }))
      const { messageId, ...mail } = (await outbox.nextDue(NOW))!
      const lines = [
        { orderId: 'o1', line: 1, qty: 15 },
        { orderId: 'o2', line: 1, qty: 5 },
      ]
      const about = { seq: 1, sku: 'SMALL-TABLE', attempts: 0, at: NOW, by: 'Kim' }
      expect(mail).toEqual({ ...about, message: damage('b1', 18), lines, lineCount: 2 })
      expect(await due(outbox)).toEqual(['SMALL-TABLE', 'SHELF'])
    })

    test('has one mail of a SKU within an hour, however many orders find none', async () => {
      const { outbox } = await given(true, order('o3', 9, { sku: 'SHELF' }), order('o4', 8, { sku: 'SHELF' }))
      expect(await due(outbox)).toEqual(['SHELF'])
    })

    test('has a mail although the last one of its SKU is from the future, where the clock was wrong', async () => {
      const store = await given(false)
      store.outbox.enabled = true
      const inTheFuture = new Date('2099-01-01')
      await commit(store, order('o3', 9, { sku: 'SHELF' }), undefined, inTheFuture)
      await commit(store, order('o4', 8, { sku: 'SHELF' }))
      await commit(store, order('o5', 8, { sku: 'SHELF' }))
      expect(await due(store.outbox)).toEqual(['SHELF', 'SHELF'])
    })

    test('gives back at once a mail that would be due later than any delay, since the clock was wrong', async () => {
      const { outbox } = await given(true, damage('b1', 18))
      await outbox.settle(1, { state: 'waiting', nextAttempt: new Date(NOW.getTime() + LONGEST_DELAY), failure })
      const inTime = await outbox.nextDue(NOW)
      await outbox.settle(1, { state: 'waiting', nextAttempt: new Date('2099-01-01'), failure })
      expect([inTime, (await outbox.nextDue(NOW))?.seq]).toEqual([null, 1])
    })

    test('has none of what is no mail', async () => {
      const store = await given(true)
      await run(store.unitOfWork(), damage('b1', 18)) // as a preview does
      await expect(commit(store, order('o3', 5, { sku: 'NONE' }))).rejects.toThrow('Invalid sku')
      await commit(store, damage('b1', 1), 'm1').catch(() => {})
      expect(await due(store.outbox)).toEqual(['SMALL-TABLE'])
    })

    test('has none of what happened while mail was off', async () => {
      const store = await given(false, damage('b1', 18))
      store.outbox.enabled = true
      expect(await due(store.outbox)).toEqual([])
    })

    test('gives a mail back when its time has come', async () => {
      const { outbox } = await given(true, damage('b1', 18))
      await outbox.settle(1, wait(5))
      const next = await outbox.nextAttempt()
      expect([next, await outbox.nextDue(later(4)), (await outbox.nextDue(later(5)))?.attempts]).toEqual([
        later(5),
        null,
        1,
      ])
    })

    test('gives no mail back that was sent or is dead, until it is tried again by a person', async () => {
      const store = await given(
        true,
        order('o3', 9, { sku: 'SHELF' }),
        damage('b1', 18),
        batch('l1', 1, { sku: 'LAMP' }),
        order('o4', 8, { sku: 'LAMP' }),
      )
      await store.outbox.settle(1, { state: 'sent' })
      await store.outbox.settle(2, { state: 'dead', failure })
      await store.outbox.settle(3, { state: 'dead', failure })
      const before = await store.outbox.nextAttempt()
      for (const mail of [1, 2, 99]) await commit(store, retry(mail))
      const one = await due(store.outbox)
      await commit(store, retry(null))
      expect([before, one, await due(store.outbox)]).toEqual([null, ['SMALL-TABLE'], ['LAMP']])
    })

    test('makes due, or gives up, all that waits and nothing else', async () => {
      const { outbox } = await given(true, order('o3', 9, { sku: 'SHELF' }), damage('b1', 18))
      await outbox.settle(1, wait(60))
      await outbox.settle(2, wait(90))
      await outbox.makeAllDue(NOW)
      const first = (await outbox.nextDue(NOW))?.seq
      await outbox.settle(1, { state: 'sent' })
      await outbox.abandon()
      expect([first, await outbox.nextAttempt()]).toEqual([1, null])
    })

    test('believes no failure any more once the mail was given up', async () => {
      const { outbox } = await given(true, damage('b1', 18))
      await outbox.abandon()
      await outbox.settle(1, wait(1))
      expect(await outbox.nextAttempt()).toBe(null)
    })
  })
}
