import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GiverRow, LineRow, Outcome } from '../../../electron/contract.ts'
import { MessageForm } from '../MessageForm.tsx'
import { lineName } from '../OutcomeView.tsx'
import { useReasonedDraft } from '../useReasonedDraft.tsx'
import { Impact } from './Impact.tsx'

type Props = {
  taker: LineRow
  giver: GiverRow
  onDone: (outcome: Outcome, id: string) => void
  back: ReactNode
}

/** The place of one line is given to another, with what becomes of both before it is confirmed. */
export function GiveForm({ taker, giver, onDone, back }: Props) {
  const { t } = useTranslation()
  const { orderId, line, sku } = giver
  const to = { toOrderId: taker.orderId, toLine: taker.line }
  const message = { type: 'PlaceGiven', orderId, line, sku, ...to } as const
  const { draft, reasonField } = useReasonedDraft(message, { autoFocus: true })
  const lines = [taker, giver].map((line) => ({ ...line, name: lineName(line, t) }))
  const keeps = (outcome: Outcome) =>
    !outcome.events.some((event) => event.type === 'Deallocated' && event.orderId === orderId && event.line === line)
  return (
    <MessageForm
      label={t('takePlace.form', { taker: lineName(taker, t), giver: lineName(giver, t) })}
      titled
      draft={draft}
      kind="primary"
      confirm={t('takePlace.confirm')}
      summary={(outcome) => (
        <>
          <Impact sku={sku} lines={lines} outcome={outcome} />
          {keeps(outcome) && <p>{t('takePlace.both', { giver: lineName(giver, t) })}</p>}
        </>
      )}
      onDone={onDone}
      beside={back}
    >
      {reasonField}
    </MessageForm>
  )
}
