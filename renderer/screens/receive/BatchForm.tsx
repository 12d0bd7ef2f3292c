import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/DateField.tsx'
import screen from '../../ui/screen.module.css'
import { TextField } from '../../ui/TextField.tsx'
import { type Done, EntryDone } from '../../warehouse/EntryDone.tsx'
import type { Labelled } from '../../warehouse/labels/labelSettings.ts'
import { PrintLabels } from '../../warehouse/labels/PrintLabels.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { useNavigationTarget } from '../../warehouse/navigation.ts'
import { OutcomeSummary } from '../../warehouse/OutcomeView.tsx'
import { quantityOf } from '../../warehouse/quantityOf.ts'
import { SkuField } from '../../warehouse/StockFields.tsx'
import { useDraft } from '../../warehouse/useDraft.ts'
import { useKept } from '../../warehouse/useKept.ts'
import type { Goods } from './scannedGoods.ts'
import { type GoodsProps, useScannedGoods } from './useScannedGoods.ts'

const empty = { ref: '', sku: '', qty: '', eta: null as string | null }

const scanned = ({ code, batch = code, sku, qty }: Goods) => ({
  ...(batch !== undefined && { ref: batch }),
  ...(sku !== undefined && { sku }),
  ...(qty !== undefined && { qty }),
})

export function BatchForm({ place, onEntered }: GoodsProps) {
  const { t } = useTranslation()
  const [fields, set] = useKept('receive', empty)
  const [done, setDone] = useState<(Done & { batch: Labelled }) | null>(null)
  const first = useRef<HTMLInputElement>(null)
  const element = useScannedGoods(place, fields, scanned, set)
  useEffect(() => first.current?.focus(), []) // each time that the screen is shown
  useNavigationTarget('receive', ({ receive }) => {
    if (!receive) return
    set(receive)
    first.current?.focus()
  })
  const draft = useDraft({
    type: 'BatchCreated',
    ref: fields.ref,
    sku: fields.sku,
    qty: quantityOf(fields.qty),
    eta: fields.eta,
  })
  return (
    <section ref={element} className={`${screen.panel} ${screen.card}`}>
      <div>
        <h2>{t('receive.batch')}</h2>
        <p className={screen.hint}>{t('receive.batchHint')}</p>
      </div>
      <MessageForm
        label={t('receive.batch')}
        draft={draft}
        kind="primary"
        confirm={t('receive.addBatch')}
        summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('receive.fillsNone')} />}
        onDone={(outcome, id) => {
          const { ref, sku } = fields
          setDone({ text: t('receive.addedBatch', { ref }), id, outcome, batch: { ref: ref.trim(), sku: sku.trim() } })
          set(empty)
          onEntered()
          first.current?.focus()
        }}
      >
        <TextField
          label={t('field.ref')}
          value={fields.ref}
          onChange={(ref) => set({ ref })}
          error={draft.errorOf('ref')}
          inputRef={first}
          wanted={fields.ref === ''}
        />
        <SkuField
          label={t('field.sku')}
          value={fields.sku}
          onChange={(sku) => set({ sku })}
          error={draft.errorOf('sku')}
          wanted={fields.sku === ''}
        />
        <TextField
          label={t('field.qty')}
          value={fields.qty}
          onChange={(qty) => set({ qty })}
          error={draft.errorOf('qty')}
          wanted={fields.qty === ''}
          numeric
        />
        <DateField
          label={t('receive.eta')}
          hint={t('receive.etaHint')}
          value={fields.eta}
          onChange={(eta) => set({ eta })}
          error={draft.errorOf('eta')}
        />
      </MessageForm>
      {done && (
        <EntryDone key={done.id} done={done} nothing={t('receive.fillsNone')}>
          <div>
            <PrintLabels batches={[done.batch]} />
          </div>
        </EntryDone>
      )}
    </section>
  )
}
