import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Event } from '../../electron/contract.ts'
import { useFormat } from '../i18n/format.ts'
import { useReasonText } from '../i18n/reasonText.ts'
import { lineName } from './OutcomeView.tsx'

/** The details of an event and its reason, on one line. */
export function useEventText(): (event: Event) => string {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  const reasonText = useReasonText()
  return useCallback(
    (event) => {
      const line = (of: { orderId: string; line: number; sku: string; qty: number }) =>
        t('history.text.line', { qty: number(of.qty), sku: of.sku, line: lineName(of, t) })
      const units = (qty: number) => t('history.text.units', { count: qty })
      const arrival = (eta: string | null) => (eta === null ? t('inWarehouse') : t('arrives', { date: date(eta) }))
      const move = (from: string | null, to: string | null) =>
        t('history.text.move', { from: from ?? t('outcome.waits'), to: to ?? t('outcome.waits') })
      const considered = (of: Extract<Event, { type: 'Allocated' | 'Backordered' }>) => {
        const batches = of.considered?.map((room) =>
          t('history.text.holds', { ...room, available: number(room.available) }),
        )
        return batches ? [t('history.text.considered', { batches: batches.join(', '), qty: number(of.qty) })] : []
      }
      const parts = (): string[] => {
        switch (event.type) {
          case 'BatchCreated':
          case 'BatchWithdrawn':
          case 'BatchReinstated':
            return [event.ref, event.sku, units(event.qty), arrival(event.eta)]
          case 'AllocationRequired':
          case 'LineWithdrawn':
          case 'LineReinstated':
            return [line(event), ...(event.dueDate ? [`${t('field.dueDate')} ${date(event.dueDate)}`] : [])]
          case 'BatchQuantityChanged':
            return [event.ref, units(event.qty), reasonText(event.reason), ...(event.note ? [event.note] : [])]
          case 'StockDamaged':
            return [event.ref, `−${number(event.qty)}`, reasonText(event.reason), ...(event.note ? [event.note] : [])]
          case 'StockCounted':
            return [event.ref, move(number(event.expected), number(event.qty)), ...(event.note ? [event.note] : [])]
          case 'MessageUndone':
          case 'ImportUndone':
            return [number(event.undoes)]
          case 'ArrivalChanged':
            return [event.ref, move(arrival(event.before), arrival(event.after))]
          case 'BatchEtaChanged':
            return [event.ref, arrival(event.eta)]
          case 'OrderLineCancelled':
            return [lineName(event, t), event.sku]
          case 'OrderDispatched':
          case 'DispatchConfirmed':
            return [event.orderId]
          case 'ImportStarted':
            return [event.file]
          case 'LineCancelled':
          case 'LineReopened':
            return [line(event)]
          case 'MailRetried':
            return event.mail === null ? [] : [t('history.text.mail', { mail: number(event.mail) })]
          case 'NoticesRead':
            return [t('history.text.upTo', { upTo: number(event.upTo) })]
          case 'Allocated':
            return [
              line(event),
              event.from === null ? event.ref : move(event.from, event.ref),
              ...(event.reason ? [reasonText(event.reason)] : []),
              ...considered(event),
            ]
          case 'Backordered':
            return [line(event), ...(event.from ? [move(event.from, null)] : []), ...considered(event)]
          case 'Deallocated': {
            const { ref, room, qty } = event
            const why =
              room === null
                ? reasonText(event.reason)
                : t('history.text.room', { ref, room: number(room), qty: number(qty) })
            return [line(event), ref, why]
          }
          case 'DueDateMissed':
          case 'Late':
            return [
              line(event),
              event.ref,
              t('history.text.due', { dueDate: date(event.dueDate), eta: date(event.eta) }),
            ]
          case 'NotRestored':
            return [
              line(event),
              t('history.text.room', { ref: event.ref, room: number(event.room), qty: number(event.qty) }),
            ]
          case 'Dispatched':
          case 'Departed':
          case 'DispatchUndone':
          case 'DepartureUndone':
            return [line(event), event.ref]
          case 'NotDispatched':
            return [line(event), event.ref ?? t('outcome.waits')]
          case 'StockAdjusted':
            return [event.ref, move(number(event.before), number(event.after)), reasonText(event.reason)]
          case 'OutOfStock':
            return [event.sku]
          case 'StockAvailable':
            return [event.sku, reasonText(event.reason)]
        }
      }
      return parts().join(' · ')
    },
    [t, number, date, reasonText],
  )
}
