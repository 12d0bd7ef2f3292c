import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message, ToldEvent } from '../../electron/contract.ts'
import { type Formats, useFormat } from '../i18n/format.ts'
import { useReasonText } from '../i18n/reasonText.ts'
import { lineName } from './OutcomeView.tsx'
import { signed } from './signed.ts'

/** What events have, each under the same name. */
type Fields = {
  readonly type: ToldEvent['type']
  readonly orderId?: string
  readonly line?: number
  readonly sku?: string
  /** null: not told, as what a blind count found. */
  readonly qty?: number | null
  /** null: the line waits. */
  readonly ref?: string | null
  /** null: in the warehouse. */
  readonly eta?: string | null
  readonly dueDate?: string | null
  readonly customer?: string | null
  readonly priority?: number
  readonly file?: string
  readonly sheet?: string
  readonly refs?: readonly string[]
  readonly reason?: string | null
  readonly note?: string | undefined
}
type Details = (string | false | null | undefined)[]

/** What an event is called; a message is, whoever sends it. */
export const eventName = ({ type }: ToldEvent, t: TFunction): string =>
  t(`history.message.${type as Message['type']}`, { defaultValue: '' }) ||
  t(`history.event.${type as Exclude<ToldEvent['type'], Message['type']>}`)

/** The details of an event and its reason, on one line. */
export function useEventText(): (event: ToldEvent) => string {
  const { t } = useTranslation()
  const format = useFormat()
  const reasonText = useReasonText()
  return useCallback(
    (event) => {
      const { reason, note }: Fields = event
      return [...details(event, t, format), reason && reasonText(reason), note].filter(Boolean).join(' · ')
    },
    [t, format, reasonText],
  )
}

/** By its fields, unless its type has words of its own. */
function details(event: ToldEvent, t: TFunction, { number, date }: Formats): Details {
  const { orderId, qty, ref, eta, dueDate, customer, priority, file, sheet, refs }: Fields = event
  const about = subject(event, t, number)
  const arrival = (eta: string | null) => (eta === null ? t('inWarehouse') : t('arrives', { date: date(eta) }))
  const move = (from: string | null, to: string | null) =>
    t('history.text.move', { from: from ?? t('outcome.waits'), to: to ?? t('outcome.waits') })
  const roomFor = (room: number) => t('history.text.room', { ref, room: number(room), qty: number(qty!) })
  switch (event.type) {
    case 'StockDamaged':
      return [event.ref, `−${number(event.qty)}`]
    case 'StockCounted':
      return [event.ref, move(number(event.expected), number(event.qty))]
    case 'StockAdjusted':
      return [event.ref, move(number(event.before), number(event.after))]
    case 'ArrivalChanged':
      return [event.ref, move(arrival(event.before), arrival(event.after))]
    case 'LinePriorityChanged':
      return [about, `${t('field.priority')} ${number(event.priority)}`]
    case 'PriorityChanged':
      return [about, move(number(event.before), number(event.after))]
    case 'PlaceGiven':
      return [move(lineName(event, t), lineName({ orderId: event.toOrderId, line: event.toLine }, t)), event.sku]
    case 'LineQuantityChanged':
      return [about, move(number(event.before), number(event.after)), event.ref]
    case 'PinChanged':
      return [about, event.ref, t(event.after ? 'pinned' : 'pinEnds')]
    case 'Allocated':
      return [about, event.from === null ? event.ref : move(event.from, event.ref), passedOver(event, t, number)]
    case 'Backordered':
      return [about, event.from && move(event.from, null), passedOver(event, t, number)]
    case 'Deallocated':
      return [about, event.room === null ? event.ref : roomFor(event.room), event.pinned && t('pinEnds')]
    case 'NotRestored':
      return [about, roomFor(event.room)]
    case 'DueDateMissed':
    case 'Late':
      return [about, event.ref, t('history.text.due', { dueDate: date(event.dueDate), eta: date(event.eta) })]
    case 'SheetStateChanged':
      return [event.sheet, move(t(`sheetState.${event.before}`), t(`sheetState.${event.after}`))]
    case 'CountLeftOut':
      return [event.sheet, signed(event.difference, number), holding(event, t, number)]
    case 'MessageUndone':
    case 'ImportUndone':
      return [number(event.undoes)]
    case 'MailRetried':
      return [event.mail === null ? null : t('history.text.mail', { mail: number(event.mail) })]
    case 'ReportMade':
      return [date(event.day), event.folder, event.files.join(', ')]
    case 'NoticesAcknowledged':
    case 'NoticesReopened':
      return [t('history.text.notices', { origin: number(event.origin) })]
    case 'NoticesGiven':
      return [t('history.text.notices', { origin: number(event.origin) }), event.to ?? t('notices.nobody')]
    case 'NoticesRead':
      return [t('history.text.upTo', { upTo: number(event.upTo) })]
    default: {
      const place = orderId === undefined ? null : ref === null ? t('outcome.waits') : ref
      const due = dueDate && `${t('field.dueDate')} ${date(dueDate)}`
      const urgency = priority ? `${t('field.priority')} ${number(priority)}` : null
      const batches = refs && t('history.text.sheetBatches', { count: refs.length })
      return [sheet, about, customer, place, eta === undefined ? null : arrival(eta), due, urgency, file, batches]
    }
  }
}

/** The line or order, else the batch or SKU. */
function subject({ orderId, line = 1, sku, ref, qty }: Fields, t: TFunction, number: Formats['number']): string {
  if (orderId !== undefined) {
    if (sku === undefined) return orderId
    const name = lineName({ orderId, line }, t)
    return typeof qty !== 'number' ? `${name} · ${sku}` : t('history.text.line', { qty: number(qty), sku, line: name })
  }
  const units = typeof qty !== 'number' ? null : t('history.text.units', { count: qty })
  return [ref, sku, units].filter(Boolean).join(' · ')
}

function passedOver(
  { considered, qty }: Extract<ToldEvent, { considered?: unknown }>,
  t: TFunction,
  number: Formats['number'],
) {
  const batches = considered?.map((room) => t('history.text.holds', { ...room, available: number(room.available) }))
  return batches && t('history.text.considered', { batches: batches.join(', '), qty: number(qty) })
}

/** Why the difference of a count was not posted. */
const holding = (
  { ref, holds }: Extract<ToldEvent, { type: 'CountLeftOut' }>,
  t: TFunction,
  number: Formats['number'],
) =>
  holds === null ? t('history.text.batchGone', { ref }) : t('history.text.batchHolds', { ref, holds: number(holds) })
