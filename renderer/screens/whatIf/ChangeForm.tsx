import { FilePlus2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../electron/contract.ts'
import { failureText, problemText } from '../../i18n/failureText.ts'
import { useReasonText } from '../../i18n/reasonText.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import screen from '../../ui/screen.module.css'
import { TextField } from '../../ui/TextField.tsx'
import { CONFIRMS, leadIn, leadOn } from '../../warehouse/leadOn.ts'
import { isOpen } from '../../warehouse/overdue.ts'
import { useView } from '../../warehouse/queries.ts'
import { useReasons } from '../../warehouse/reasons.ts'
import { BatchField, SkuField } from '../../warehouse/StockFields.tsx'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import { useKept } from '../../warehouse/useKept.ts'
import { ALL_LINES, blank, enteredKinds, type Fields, fieldsOf, keyOf, messagesOf } from './changes.ts'
import { OrderPick } from './OrderPick.tsx'
import { useScannedBatch } from './useScannedBatch.ts'
import styles from './WhatIf.module.css'

type Added = { readonly tone: 'good' | 'bad'; readonly text: string }

/** Puts a change on the board: its kind, what it is of, how many or when; or order lines from a file. */
export function ChangeForm({ board }: { board: string }) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const [fields, keep] = useKept('whatIf', blank)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [note, setNote] = useState<Added | null>(null)
  const lines = useView('lines', { orderId: fields.orderId.trim(), limit: 1000 }, { enabled: fields.orderId !== '' })
  const isKnown = fields.orderId !== '' && !lines.isPlaceholderData // else they are those of another order
  const ofOrder = isKnown ? (lines.data?.rows.filter(isOpen) ?? []) : []
  const set = (change: Partial<Fields>) => {
    keep(change)
    setFailure(null)
    setNote(null)
  }
  const [focus, setFocus] = useState(0)
  useEffect(() => {
    if (focus > 0 && form.current) leadIn(form.current)
  }, [focus])
  useScannedBatch(
    fields,
    (change) => {
      set(change)
      setFocus((count) => count + 1)
    },
    (text) => setNote({ tone: 'bad', text }),
  )

  const add = async () => {
    const messages = messagesOf(fields, ofOrder)
    if (messages.length === 0) return setNote({ tone: 'bad', text: t('whatIf.noOpenLine') })
    const refused = await unwrap(window.warehouse.addChange(board, fields.kind, messages)).catch(failureOf)
    if (refused) return setFailure(refused)
    keep({
      ...blank,
      kind: fields.kind,
      reason: fields.reason,
      eta: fields.kind === 'delayed' ? fields.eta : null,
    })
    setFailure(null)
    setFocus((count) => count + 1)
  }
  const addOrders = async () => {
    setNote(null)
    const read = await unwrap(window.warehouse.addOrders(board)).catch((error: Error) => {
      setNote({ tone: 'bad', text: failureText(failureOf(error), t) })
    })
    if (!read) return
    const { added, wrong, firstWrong } = read
    const text = t('whatIf.ordersAdded', { count: added })
    if (!firstWrong) return setNote({ tone: 'good', text })
    const why = { line: firstWrong.line, reason: failureText(firstWrong.refusal, t) }
    setNote({ tone: 'bad', text: `${text} ${t('whatIf.rowsWrong', { count: wrong, ...why })}` })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key, nativeEvent } = event
    if (key !== 'Enter' || nativeEvent.isComposing || !(target instanceof HTMLElement)) return
    if (!(target instanceof HTMLInputElement || target.role === 'spinbutton')) return
    if (target.hasAttribute('aria-activedescendant')) return // Enter chooses this suggestion
    event.preventDefault()
    leadOn(target)
  }
  return (
    <form
      ref={form}
      className={`${screen.panel} ${styles.form}`}
      aria-label={t('whatIf.add')}
      onKeyDownCapture={onKeyDown}
      noValidate
    >
      <SelectField
        label={t('whatIf.what')}
        options={enteredKinds.map((id) => ({ id, name: t(`whatIf.kind.${id}`) }))}
        value={fields.kind}
        onChange={(kind) => set({ kind })}
      />
      {fieldsOf[fields.kind].map((field) => (
        <ChangeField key={field} {...{ field, fields, set, failure, ofOrder }} />
      ))}
      {failure && failure.code !== 'InvalidMessage' && <Alert tone="bad">{failureText(failure, t)}</Alert>}
      {note && <Alert tone={note.tone}>{note.text}</Alert>}
      <div className={screen.actions}>
        <Button {...CONFIRMS} kind="primary" onPress={add}>
          {t('whatIf.addIt')}
        </Button>
        <Button kind="quiet" onPress={addOrders}>
          <FilePlus2 size={16} aria-hidden />
          {t('whatIf.addOrders')}
        </Button>
      </div>
    </form>
  )
}

type FieldProps = {
  field: Exclude<keyof Fields, 'kind'>
  fields: Fields
  set: (change: Partial<Fields>) => void
  failure: Failure | null
  /** The open lines of the order. */
  ofOrder: Parameters<typeof messagesOf>[1]
}

function ChangeField({ field, fields, set, failure, ofOrder }: FieldProps) {
  const { t } = useTranslation()
  const reasonText = useReasonText()
  const reasons = useReasons().reasons.filter(({ id, isHidden }) => !isHidden || id === fields.reason)
  const problems = failure?.code === 'InvalidMessage' ? failure.details.problems : []
  const problem = problems.find((each) => each.field === field)
  const error = problem && problemText(problem, t)
  switch (field) {
    case 'ref': {
      const ref = { value: fields.ref, onChange: (ref: string) => set({ ref }), error, wanted: fields.ref === '' }
      const label = t('field.ref')
      return fields.kind === 'received' ? <TextField label={label} {...ref} /> : <BatchField label={label} {...ref} />
    }
    case 'sku':
      return (
        <SkuField
          label={t('field.sku')}
          value={fields.sku}
          onChange={(sku) => set({ sku })}
          error={error}
          wanted={fields.sku === ''}
        />
      )
    case 'qty':
      return (
        <TextField
          label={t('field.qty')}
          value={fields.qty}
          onChange={(qty) => set({ qty })}
          error={error}
          wanted={fields.qty === ''}
          numeric
        />
      )
    case 'reason':
      return (
        <SelectField
          label={t('stockTake.reason')}
          options={reasons.map(({ id }) => ({ id, name: reasonText(id) }))}
          value={fields.reason}
          onChange={(reason) => set({ reason })}
        />
      )
    case 'eta':
      return <DateField label={t('field.eta')} value={fields.eta} onChange={(eta) => set({ eta })} error={error} />
    case 'orderId':
      return <OrderPick value={fields.orderId} onChange={(orderId) => set({ orderId, line: ALL_LINES })} />
    case 'line':
      return (
        <SelectField
          label={t('field.line')}
          options={[
            { id: ALL_LINES, name: t('whatIf.allLines', { count: ofOrder.length }) },
            ...ofOrder.map((line) => ({ id: keyOf(line), name: `${line.line} · ${line.sku}` })),
          ]}
          value={fields.line}
          onChange={(line) => set({ line })}
        />
      )
  }
}
