import { join } from 'node:path'
import type { TFunction } from 'i18next'
import type { MailTexts, QueuedMail } from '../core/index.ts'
import { languageOf } from '../renderer/languages/languages.ts'
import { translate } from './translate.ts'

const INDENT = '  '

/** Writes mails in a language; in English when the app does not speak it. */
export function mailWriter(tag: string): (mail: QueuedMail) => MailTexts {
  const t = translate(languageOf([tag]))
  return ({ sku, lines, lineCount, message, at, by }) => {
    if (message.type === 'ReportMade') {
      const { day, folder, files } = message
      const texts = { subject: t('reportMail.subject', { day }), text: t('reportMail.text', { day }) }
      return { ...texts, files: files.map((file) => join(folder, file)) }
    }
    const more = lineCount - lines.length
    const text = [
      t('outOfStockMail.intro', { sku }),
      '',
      ...lines.map((line) => INDENT + t(`outOfStockMail.${line.line === 1 ? 'line' : 'numberedLine'}`, line)),
      ...(more > 0 ? [INDENT + t('outOfStockMail.more', { count: more })] : []),
      '',
      ...causeText(message, t),
      by === null ? t('outOfStockMail.when', { at }) : t('outOfStockMail.whenBy', { at, by }),
    ]
    return { subject: t('outOfStockMail.subject', { sku }), text: text.join('\n') }
  }
}

/** What a message did, for the kinds that commonly leave a SKU out of stock. */
function causeText(message: QueuedMail['message'], t: TFunction): string[] {
  switch (message.type) {
    case 'AllocationRequired':
    case 'StockDamaged':
    case 'BatchQuantityChanged':
      return [t(`outOfStockMail.cause.${message.type}`, message)]
    default:
      return []
  }
}

export function testMailTexts(tag: string): MailTexts {
  const t = translate(languageOf([tag]))
  return { subject: t('testMail.subject'), text: t('testMail.text') }
}
