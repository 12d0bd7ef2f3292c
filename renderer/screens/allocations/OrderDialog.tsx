import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineRow, Outcome } from '../../../electron/contract.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import screen from '../../ui/screen.module.css'
import { type Done, EntryDone } from '../../warehouse/EntryDone.tsx'
import { useGo } from '../../warehouse/navigation.ts'
import { isOpen } from '../../warehouse/overdue.ts'
import { useView } from '../../warehouse/queries.ts'
import { CancelLineForm } from './CancelLineForm.tsx'
import { ConfirmDepartureForm } from './ConfirmDepartureForm.tsx'
import { DispatchForm } from './DispatchForm.tsx'
import { type LineAction, OrderLines } from './OrderLines.tsx'
import { PinForm } from './PinForm.tsx'
import { PriorityForm } from './PriorityForm.tsx'
import { SplitForm } from './SplitForm.tsx'
import { TakePlaceForm } from './TakePlaceForm.tsx'

type Asked = 'dispatch' | 'departure' | { readonly action: LineAction; readonly line: LineRow }

/** One order: its lines, and the actions on one of them or on all. */
export function OrderDialog({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const go = useGo()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const lines = useView('lines', { orderId, sort: 'order', limit: 1000 }).data?.rows ?? []
  const open = lines.some(isOpen)
  const [customer] = lines.flatMap((line) => line.customer ?? [])
  const leaves = lines.some(({ state, departed }) => state === 'dispatched' && !departed)
  const finish = (text: string) => (outcome: Outcome, id: string) => {
    setAsked(null)
    setDone({ text, outcome, id })
  }
  const back = (
    <Button kind="quiet" onPress={() => setAsked(null)}>
      {t('order.back')}
    </Button>
  )
  return (
    <Modal title={t('order.title', { orderId })} onClose={onClose}>
      {done && asked === null && <EntryDone key={done.id} done={done} nothing={t('outcome.nothingElse')} />}
      {customer !== undefined && <p>{t('order.customer', { customer })}</p>}
      <OrderLines lines={lines} onAct={asked ? undefined : (action, line) => setAsked({ action, line })} />
      {asked === null ? (
        <div className={screen.actions}>
          <Button kind="primary" isDisabled={!open} onPress={() => setAsked('dispatch')}>
            {t('order.dispatch')}
          </Button>
          {leaves && <Button onPress={() => setAsked('departure')}>{t('order.confirmDeparture')}</Button>}
          <Button kind="quiet" onPress={() => go('history', { history: { orderId } })}>
            {t('order.history')}
          </Button>
          <Button kind="quiet" onPress={() => go('asOf', { asOf: { subject: { kind: 'order', name: orderId } } })}>
            {t('asOf.story')}
          </Button>
        </div>
      ) : asked === 'dispatch' ? (
        <DispatchForm orderId={orderId} onDone={finish(t('order.dispatched', { orderId }))} back={back} />
      ) : asked === 'departure' ? (
        <ConfirmDepartureForm orderId={orderId} onDone={finish(t('order.departed', { orderId }))} back={back} />
      ) : asked.action === 'priority' ? (
        <PriorityForm line={asked.line} onDone={finish(t('order.priorityChanged'))} back={back} />
      ) : asked.action === 'pin' || asked.action === 'unpin' ? (
        <PinForm line={asked.line} onDone={finish(t(`order.${asked.action}.done`))} back={back} />
      ) : asked.action === 'take' ? (
        <TakePlaceForm line={asked.line} onDone={finish(t('takePlace.done'))} back={back} />
      ) : asked.action === 'split' ? (
        <SplitForm line={asked.line} onDone={finish(t('split.done'))} back={back} />
      ) : (
        <CancelLineForm line={asked.line} onDone={finish(t('order.cancelled'))} back={back} />
      )}
    </Modal>
  )
}
