import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineRow } from '../../../electron/contract.ts'
import { useGo } from '../../shell/navigation.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import screen from '../../ui/screen.module.css'
import { useView } from '../../warehouse/queries.ts'
import { CancelLineForm } from './CancelLineForm.tsx'
import { DispatchForm } from './DispatchForm.tsx'
import { OrderLines } from './OrderLines.tsx'

type Asked = { readonly dispatch: true } | { readonly cancel: LineRow }

/** One order: its lines, and the actions on one of them or on all. */
export function OrderDialog({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const go = useGo()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const lines = useView('lines', { orderId, sort: 'order', limit: 1000 }).data?.rows ?? []
  const open = lines.some(({ state }) => state === 'allocated' || state === 'backordered')
  const finish = (text: string) => {
    setAsked(null)
    setDone(text)
  }
  const back = (
    <Button kind="quiet" onPress={() => setAsked(null)}>
      {t('order.back')}
    </Button>
  )
  return (
    <Modal title={t('order.title', { orderId })} onClose={onClose}>
      {done && <Alert tone="good">{done}</Alert>}
      <OrderLines lines={lines} onCancel={asked ? undefined : (line) => setAsked({ cancel: line })} />
      {asked === null ? (
        <div className={screen.actions}>
          <Button kind="primary" isDisabled={!open} onPress={() => setAsked({ dispatch: true })}>
            {t('order.dispatch')}
          </Button>
          <Button kind="quiet" onPress={() => go('history', { history: { orderId } })}>
            {t('order.history')}
          </Button>
        </div>
      ) : 'cancel' in asked ? (
        <CancelLineForm line={asked.cancel} onDone={() => finish(t('order.cancelled'))} back={back} />
      ) : (
        <DispatchForm orderId={orderId} onDone={() => finish(t('order.dispatched', { orderId }))} back={back} />
      )}
    </Modal>
  )
}
