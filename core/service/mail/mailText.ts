import type { EventOf } from '../../domain/events.ts'
import type { Message } from '../../domain/messages.ts'
import type { MailLanguage, OutgoingMail } from '../../ports/mailTransport.ts'
import type { QueuedMail } from '../../ports/outbox.ts'

type Texts = {
  readonly subject: (sku: string) => string
  readonly intro: (sku: string) => string
  readonly line: (line: QueuedMail['lines'][number]) => string
  readonly more: (count: number) => string
  /** What a message did, for the kinds that commonly leave a SKU out of stock. */
  readonly cause: { readonly [T in Message['type']]?: (message: EventOf<T>) => string }
  readonly when: (at: string, by: string | null) => string
  readonly test: { readonly subject: string; readonly text: string }
}

const en: Texts = {
  subject: (sku) => `Out of stock: ${sku}`,
  intro: (sku) => `${sku} is out of stock. No batch has room for these order lines, and they wait:`,
  line: ({ orderId, line, qty }) => (line === 1 ? `${orderId}: ${qty}` : `${orderId}, line ${line}: ${qty}`),
  more: (count) => `and ${count} more`,
  cause: {
    AllocationRequired: ({ orderId, qty }) => `Order ${orderId} asked for ${qty}.`,
    StockDamaged: ({ ref, qty }) => `${qty} of batch ${ref} were reported as damaged.`,
    BatchQuantityChanged: ({ ref, qty }) => `Batch ${ref} now holds ${qty}.`,
  },
  when: (at, by) => (by === null ? at : `${at}, ${by}`),
  test: {
    subject: 'Test mail of the warehouse',
    text: 'Mails about SKUs that are out of stock will arrive like this.',
  },
}

const ko: Texts = {
  subject: (sku) => `재고 없음: ${sku}`,
  intro: (sku) => `${sku}의 재고가 없습니다. 다음 주문 라인은 담을 배치가 없어 대기 중입니다.`,
  line: ({ orderId, line, qty }) => (line === 1 ? `${orderId}: ${qty}개` : `${orderId} 라인 ${line}: ${qty}개`),
  more: (count) => `외 ${count}건`,
  cause: {
    AllocationRequired: ({ orderId, qty }) => `주문 ${orderId}에 ${qty}개가 필요했습니다.`,
    StockDamaged: ({ ref, qty }) => `${ref} 배치에서 ${qty}개가 손상되었습니다.`,
    BatchQuantityChanged: ({ ref, qty }) => `${ref} 배치의 수량이 ${qty}개로 바뀌었습니다.`,
  },
  when: (at, by) => (by === null ? at : `${at}, ${by}`),
  test: { subject: '창고 앱 시험 메일', text: '재고가 없는 SKU를 알리는 메일은 이렇게 도착합니다.' },
}

const texts: Readonly<Record<MailLanguage, Texts>> = { en, ko }

/** The same mail however often it is written. */
export function outOfStockMail(mail: QueuedMail, language: MailLanguage): OutgoingMail {
  const { subject, intro, line, more, cause, when } = texts[language]
  const { messageId, at, by, sku, lines, lineCount, message } = mail
  const because = cause[message.type] as ((message: Message) => string) | undefined
  const text = [
    intro(sku),
    '',
    ...lines.map((each) => `  ${line(each)}`),
    ...(lineCount > lines.length ? [`  ${more(lineCount - lines.length)}`] : []),
    '',
    ...(because ? [because(message)] : []),
    when(timeOf(at, language), by),
  ]
  return { messageId, date: at, subject: subject(sku), text: text.join('\n') }
}

export const testMail = (id: string, at: Date, language: MailLanguage): OutgoingMail => ({
  messageId: id,
  date: at,
  ...texts[language].test,
})

const timeOf = (at: Date, language: MailLanguage): string =>
  at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'long' })
