import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { EntryRow, Failure, Outcome, ToldEvent, UndoableType } from '../../electron/contract.ts'
import { failureText } from '../i18n/failureText.ts'
import { useFormat } from '../i18n/format.ts'
import { eventName, useEventText } from './eventText.ts'
import { lineName } from './OutcomeView.tsx'

/** What is to be taken back, and what it took back itself, if it is an undo. */
export type Undoable = Pick<EntryRow, 'event' | 'undoes'>

const none: Outcome = { results: [], events: [], notices: [] }

/** How the undo of an entry is called. `outcome`: what the undo comes to; undefined while that is not known. */
export function useUndoText() {
  const { t } = useTranslation()
  const describe = useUndoneText()
  const what = ({ event }: Undoable): string => t(`undo.what.${event.type as UndoableType | 'ImportStarted'}`)
  const named = (event: ToldEvent, outcome: Outcome) => `${eventName(event, t)}, ${describe(event, outcome)}`
  const change = ({ event, undoes }: Undoable, outcome: Outcome): string => {
    if (event.type !== 'MessageUndone') return describe(event, outcome)
    return undoes === null || undoes.type === 'MessageUndone'
      ? t('history.message.MessageUndone')
      : named(undoes, outcome)
  }
  return {
    what,
    heading: (entry: Undoable, outcome: Outcome = none): string =>
      t('undo.heading', { what: what(entry), change: change(entry, outcome) }),
    /** Once it was taken back. */
    done: (entry: Undoable, outcome: Outcome): string =>
      entry.event.type === 'MessageUndone'
        ? t('undo.redone', { change: change(entry, outcome) })
        : t('undo.done', { change: named(entry.event, outcome) }),
  }
}

/** What an entry was about, and what its undo or redo changes of that. */
function useUndoneText(): (event: ToldEvent, outcome: Outcome) => string {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  const eventText = useEventText()
  const move = (from: string, to: string) => t('history.text.move', { from, to })
  const arrival = (eta: string | null) => (eta === null ? t('inWarehouse') : date(eta))
  const lines = (orderId: string, { events }: Outcome, ...types: ToldEvent['type'][]) => {
    const count = events.filter(({ type }) => types.includes(type)).length
    return count === 0 ? orderId : `${orderId}, ${t('undo.lines', { count })}`
  }
  const changeOfBatch = (event: ToldEvent): string[] => {
    switch (event.type) {
      case 'StockAdjusted':
        return [move(number(event.before), number(event.after))]
      case 'SetAsideChanged':
        return [t('undo.setAside', { change: move(number(event.before), number(event.after)) })]
      case 'ArrivalChanged':
        return [move(arrival(event.before), arrival(event.after))]
      default:
        return []
    }
  }
  return (event, outcome) => {
    const { events } = outcome
    switch (event.type) {
      case 'BatchCreated':
        return `${event.ref}, ${t('history.text.units', { count: event.qty })}`
      case 'AllocationRequired':
        return t('history.text.line', { qty: number(event.qty), sku: event.sku, line: lineName(event, t) })
      case 'OrderLineCancelled':
      case 'LinePriorityChanged':
      case 'LinePinned':
      case 'LineUnpinned':
      case 'PlaceGiven':
      case 'LineSplit':
        return `${lineName(event, t)}, ${event.sku}`
      case 'OrderDispatched':
        return lines(event.orderId, outcome, 'DispatchUndone', 'Dispatched')
      case 'DispatchConfirmed':
        return lines(event.orderId, outcome, 'DepartureUndone', 'Departed')
      default:
        return 'ref' in event ? [event.ref, ...events.flatMap(changeOfBatch)].join(', ') : eventText(event)
    }
  }
}

/** It is in effect, and a person can take it back: by itself or, an import, row by row. */
export const canBeUndone = ({ event, undoable, undone }: EntryRow): boolean =>
  !undone && (undoable || event.type === 'ImportStarted')

/** Why an undo is refused, where it says more than the same refusal of an entry. */
export function undoFailureText(failure: Failure, t: TFunction): string {
  switch (failure.code) {
    case 'NotEnoughStock':
    case 'NotSetAside':
    case 'UnknownBatch':
    case 'DuplicateBatch':
      return t(`undo.refused.${failure.code}`, { ...failure.details })
    default:
      return failureText(failure, t)
  }
}
