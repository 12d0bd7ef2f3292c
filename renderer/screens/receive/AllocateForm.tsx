import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/DateField.tsx'
import screen from '../../ui/screen.module.css'
import { TextField } from '../../ui/TextField.tsx'
import { batchOfOrderedLine } from '../../warehouse/batchOfOrderedLine.ts'
import { type Done, EntryDone } from '../../warehouse/EntryDone.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { quantityOf } from '../../warehouse/quantityOf.ts'
import { SkuField } from '../../warehouse/StockFields.tsx'
import { useDraft } from '../../warehouse/useDraft.ts'
import { useKept } from '../../warehouse/useKept.ts'
import type { Goods } from './scannedGoods.ts'
import { type GoodsProps, useScannedGoods } from './useScannedGoods.ts'

const empty = { orderId: '', sku: '', qty: '', line: '1', dueDate: null as string | null, customer: '', priority: '0' }

const scanned = ({ code, sku, qty }: Goods) => ({
  ...(code !== undefined && { orderId: code }),
  ...(sku !== undefined && { sku }),
  ...(qty !== undefined && { qty }),
})

export function AllocateForm({ place, onEntered }: GoodsProps) {
  const { t } = useTranslation()
  const [fields, set] = useKept('order', empty)
  const [done, setDone] = useState<Done | null>(null)
  const first = useRef<HTMLInputElement>(null)
  const isBegun = fields.sku !== '' || fields.qty !== ''
  // The order of the last line stands there for the next one, and gives way to another order.
  const entered = isBegun ? fields : { ...fields, orderId: '' }
  const element = useScannedGoods(place, entered, scanned, set)
  const draft = useDraft({
    type: 'AllocationRequired',
    orderId: fields.orderId,
    sku: fields.sku,
    qty: quantityOf(fields.qty),
    line: quantityOf(fields.line),
    dueDate: fields.dueDate,
    customer: fields.customer || null,
    priority: quantityOf(fields.priority),
  })
  const text = (key: 'orderId' | 'qty' | 'customer' | 'priority') => ({
    label: t(`field.${key}`),
    value: fields[key],
    onChange: (value: string) => set({ [key]: value }),
    error: draft.errorOf(key),
    wanted: key !== 'customer' && fields[key] === '',
  })
  return (
    <section ref={element} className={`${screen.panel} ${screen.card}`}>
      <div>
        <h2>{t('receive.line')}</h2>
        <p className={screen.hint}>{t('receive.lineHint')}</p>
      </div>
      <MessageForm
        label={t('receive.line')}
        draft={draft}
        kind="primary"
        confirm={t('receive.allocate')}
        summary={(outcome) => {
          const ref = batchOfOrderedLine(outcome)
          return <p>{ref === null ? t('receive.willWait') : t('receive.goesTo', { ref })}</p>
        }}
        onDone={(outcome, id) => {
          const ref = batchOfOrderedLine(outcome)
          setDone({ text: ref === null ? t('receive.waits') : t('receive.wentTo', { ref }), id, outcome })
          const { orderId, dueDate, customer, priority } = fields
          set({ ...empty, orderId, dueDate, customer, priority })
          onEntered()
          first.current?.focus()
        }}
      >
        <TextField {...text('orderId')} inputRef={first} />
        <SkuField
          label={t('field.sku')}
          value={fields.sku}
          onChange={(sku) => set({ sku })}
          error={draft.errorOf('sku')}
          wanted={fields.sku === ''}
        />
        <TextField {...text('qty')} numeric />
        <DateField
          label={t('receive.dueDate')}
          value={fields.dueDate}
          onChange={(dueDate) => set({ dueDate })}
          error={draft.errorOf('dueDate')}
        />
        <TextField
          label={t('receive.lineNumber')}
          hint={t('receive.lineNumberHint')}
          value={fields.line}
          onChange={(line) => set({ line })}
          error={draft.errorOf('line')}
          numeric
        />
        <TextField {...text('customer')} optional />
        <TextField {...text('priority')} hint={t('order.priorityHint')} numeric />
      </MessageForm>
      {done && <EntryDone key={done.id} done={done} nothing={t('outcome.nothingElse')} />}
    </section>
  )
}
