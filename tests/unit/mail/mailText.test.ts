import { describe, expect, test } from 'vitest'
import { messageSchema } from '../../../core/domain/messages.ts'
import type { MessageInput } from '../../../core/index.ts'
import type { QueuedMail } from '../../../core/ports/outbox.ts'
import { outOfStockMail } from '../../../core/service/mail/mailText.ts'
import { NOW } from '../../support/given.ts'
import { damage, noticesRead, order, SKU } from '../../support/messages.ts'

const mail = (message: MessageInput, more: Partial<QueuedMail> = {}): QueuedMail => ({
  ...{ seq: 1, messageId: 'm1', sku: SKU, attempts: 0, message: messageSchema.parse(message), at: NOW, by: 'Kim' },
  ...{ lines: [{ orderId: 'o1', line: 1, qty: 5 }], lineCount: 1, ...more },
})
const when = (language: string) => NOW.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'long' })

describe('a mail says which SKU is out of stock, which lines wait, and why', () => {
  test('in English', () => {
    const lines = [...mail(order('o1', 5)).lines, { orderId: 'o2', line: 3, qty: 9 }]
    expect(outOfStockMail(mail(damage('b1', 7), { lines, lineCount: 14 }), 'en')).toEqual({
      messageId: 'm1',
      date: NOW,
      subject: 'Out of stock: SMALL-TABLE',
      text: [
        'SMALL-TABLE is out of stock. No batch has room for these order lines, and they wait:',
        ...['', '  o1: 5', '  o2, line 3: 9', '  and 12 more'],
        ...['', '7 of batch b1 were reported as damaged.', `${when('en')}, Kim`],
      ].join('\n'),
    })
  })

  test('in Korean', () => {
    const { subject, text } = outOfStockMail(mail(order('o1', 5), { by: null }), 'ko')
    expect([subject, text.split('\n')]).toEqual([
      '재고 없음: SMALL-TABLE',
      [
        'SMALL-TABLE의 재고가 없습니다. 다음 주문 라인은 담을 배치가 없어 대기 중입니다.',
        ...['', '  o1: 5개', '', '주문 o1에 5개가 필요했습니다.', when('ko')],
      ],
    ])
  })

  test('whatever message it was', () => {
    expect(outOfStockMail(mail(noticesRead(1)), 'en').text).toContain('o1: 5')
  })
})
