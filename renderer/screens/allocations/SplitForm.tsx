import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineRow, Outcome, Why } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { TextField } from '../../ui/TextField.tsx'
import { type Affected, Impact } from '../../warehouse/byHand/Impact.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { lineName } from '../../warehouse/OutcomeView.tsx'
import { quantityOf } from '../../warehouse/quantityOf.ts'
import { useView } from '../../warehouse/queries.ts'
import { useReasonedDraft } from '../../warehouse/useReasonedDraft.tsx'

type Props = { line: LineRow; onDone: (outcome: Outcome, id: string) => void; back: ReactNode }

/** A part of the line goes where it fits now; the most that does is suggested. */
export function SplitForm({ line: whole, onDone, back }: Props) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { orderId, sku, line } = whole
  const [entered, setEntered] = useState<string | null>(null)
  const { data: why, isPlaceholderData } = useView('why', { orderId, sku, line })
  const best = isPlaceholderData ? undefined : mostThatFits(why ?? null)
  const qty = entered ?? (best ? number(best.available) : '')
  const { draft, reasonField } = useReasonedDraft({ type: 'LineSplit', orderId, sku, line, qty: quantityOf(qty) })
  const parts = (outcome: Outcome): Affected[] =>
    unitsOf(whole, outcome).map((part) => ({
      ...{ orderId, line: part.line, dueDate: whole.dueDate },
      name: t('split.part', { line: lineName({ orderId, line: part.line }, t), units: part.units }),
      batchRef: part.line === line ? whole.batchRef : null,
    }))
  return (
    <MessageForm
      label={t('split.title', { line, sku })}
      titled
      draft={draft}
      kind="primary"
      confirm={t('split.confirm')}
      summary={(outcome) => <Impact sku={sku} lines={parts(outcome)} outcome={outcome} />}
      onDone={onDone}
      beside={back}
    >
      <p>{t('split.hint')}</p>
      <TextField
        label={t('split.now')}
        hint={best ? t('split.fits', { count: best.available, ref: best.ref }) : t('split.fitsNone')}
        value={qty}
        onChange={setEntered}
        error={draft.errorOf('qty')}
        wanted={qty === ''}
        numeric
        autoFocus
      />
      {reasonField}
    </MessageForm>
  )
}

/** Of the batches in time, else of the others, the one with the most room: they come in this order. */
const mostThatFits = (why: Why | null) =>
  why?.considered.batches.find(({ available, missing }) => available > 0 && missing > 0)

/** The new part first, then what is left of the line. */
function unitsOf({ orderId, line }: LineRow, { events }: Outcome): { line: number; units: number }[] {
  return events.flatMap((event) => {
    if (event.type === 'AllocationRequired' && event.orderId === orderId && event.line !== line)
      return [{ line: event.line, units: event.qty }]
    return event.type === 'LineQuantityChanged' ? [{ line: event.line, units: event.after }] : []
  })
}
