import { describe, expect, test } from 'vitest'
import { messageSchema } from '../../../core/domain/messages.ts'
import type { MessageInput, QueuedMail } from '../../../core/index.ts'
import { mailWriter } from '../../../electron/mailTexts.ts'
import { NOW } from '../../support/scenario/given.ts'
import { damage, noticesRead, order, SKU } from '../../support/scenario/messages.ts'

const mail = (message: MessageInput, more: Partial<QueuedMail> = {}): QueuedMail => ({
  ...{ seq: 1, messageId: 'm1', sku: SKU, attempts: 0, message: messageSchema.parse(message), at: NOW, by: 'Kim' },
  ...{ lines: [{ orderId: 'o1', line: 1, qty: 5 }], lineCount: 1, ...more },
})
const when = (language: string) => NOW.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'long' })

describe('a mail says which SKU is out of stock, which lines wait, and why', () => {
  test('in English', () => {
    const lines = [...mail(order('o1', 5)).lines, { orderId: 'o2', line: 3, qty: 12_000 }]
    expect(mailWriter('en')(mail(damage('b1', 7), { lines, lineCount: 1_402 }))).toEqual({
      subject: 'Out of stock: SMALL-TABLE',
      text: [
        'SMALL-TABLE is out of stock. No batch has room for these order lines, and they wait:',
        ...['', '  o1: 5', '  o2, line 3: 12,000', '  and 1,400 more'],
        ...['', 'Batch b1 was reported with 7 damaged.', `${when('en')}, Kim`],
      ].join('\n'),
    })
  })

  test('in Korean', () => {
    const { subject, text } = mailWriter('ko-KR')(mail(order('o1', 5_000), { by: null }))
    expect([subject, text.split('\n')]).toEqual([
      '재고 없음: SMALL-TABLE',
      [
        'SMALL-TABLE의 재고가 없습니다. 다음 주문 라인은 할당할 배치가 없어 대기 중입니다.',
        ...['', '  o1: 5개', '', '주문 o1에 5,000개가 필요했습니다.', when('ko')],
      ],
    ])
  })

  test('in English when the app does not speak the language', () => {
    expect(mailWriter('pt-BR')(mail(order('o1', 5))).subject).toBe('Out of stock: SMALL-TABLE')
  })

  test('whatever message it was', () => {
    expect(mailWriter('en')(mail(noticesRead(1))).text).toContain('o1: 5')
  })

  test('as they are called, even like a placeholder', () => {
    const sku = '$t(app.name) {{by}} <b>'
    expect(mailWriter('en')(mail(order('o1', 5), { sku })).subject).toBe(`Out of stock: ${sku}`)
  })
})
