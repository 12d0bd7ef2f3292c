import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import screen from '../../ui/screen.module.css'
import { useArrivals } from '../arrivals.ts'
import { daysLater } from '../daysLater.ts'

/** A line as it stands before the outcome. `name`: what it is called here. */
export type Affected = {
  readonly orderId: string
  readonly line: number
  readonly name: string
  readonly dueDate: string | null
  readonly batchRef: string | null
}

/** What becomes of lines of a SKU, each in a sentence: where it will be, and whether that is in time. */
export function Impact({ sku, lines, outcome }: { sku: string; lines: readonly Affected[]; outcome: Outcome }) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const arrivals = useArrivals(sku, outcome)
  const sentence = (line: Affected): { text: string; isBad: boolean } => {
    const ref = placeAfter(line, outcome)
    if (ref === null) return { text: t('impact.waits', { line: line.name }), isBad: true }
    const eta = arrivals.get(ref) ?? null
    if (eta === null) return { text: t('impact.there', { line: line.name, ref }), isBad: false }
    const values = { line: line.name, ref, date: date(eta) }
    if (line.dueDate === null) return { text: t('impact.comes', values), isBad: false }
    if (eta <= line.dueDate) return { text: t('impact.inTime', values), isBad: false }
    const count = daysLater(line.dueDate, eta, line.dueDate)
    return { text: t('impact.late', { ...values, count }), isBad: true }
  }
  return lines.map((line) => {
    const { text, isBad } = sentence(line)
    return (
      <p key={line.name} className={isBad ? screen.alarming : screen.fine}>
        {text}
      </p>
    )
  })
}

/** The batch that the line is in once the outcome is there; null: it waits. */
function placeAfter({ orderId, line, batchRef }: Affected, { events }: Outcome): string | null {
  let ref = batchRef
  for (const event of events)
    if (
      (event.type === 'Allocated' || event.type === 'Deallocated') &&
      event.orderId === orderId &&
      event.line === line
    )
      ref = event.type === 'Allocated' ? event.ref : null
  return ref
}
