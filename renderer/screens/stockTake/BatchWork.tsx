import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchRow } from '../../../electron/contract.ts'
import { Button } from '../../ui/Button.tsx'
import type { Done } from '../../warehouse/EntryDone.tsx'
import { useView } from '../../warehouse/queries.ts'
import { ArrivalForm } from './ArrivalForm.tsx'
import { BatchFacts, type Change } from './BatchFacts.tsx'
import { CountForm } from './CountForm.tsx'
import { DamageForm } from './DamageForm.tsx'
import type { Unconfirmed } from './unconfirmed.ts'
import type { LabelCount } from './useStockTake.ts'
import type { Work } from './WorkTabs.tsx'

export type WorkProps = {
  batch: BatchRow
  /** Called with what the batch will hold once confirmed; null: nothing valid is entered. */
  onChange: (change: Change | null) => void
  onDone: (done: Done) => void
  /** See `useUnconfirmed`. */
  unconfirmed: RefObject<Unconfirmed | null>
  /** See `useLabelCount`. */
  count: LabelCount | null
  /** The button that closes the batch. */
  leave: React.ReactNode
}

const forms: Readonly<Record<Work, (props: WorkProps) => React.JSX.Element>> = {
  damage: DamageForm,
  count: CountForm,
  arrival: ArrivalForm,
}

type Props = Pick<WorkProps, 'onDone' | 'unconfirmed' | 'count'> & {
  batchRef: string
  work: Work
  opened: number
  onLeave: () => void
}

/** The batch that is open, and the form of what is entered of it. */
export function BatchWork({ batchRef, work, opened, onLeave, ...props }: Props) {
  const { t } = useTranslation()
  const [change, setChange] = useState<Change | null>(null)
  const element = useRef<HTMLDivElement>(null)
  const batch = useView('batches', { ref: batchRef, limit: 1 }).data?.rows[0]
  const isLoaded = batch !== undefined
  // `opened`: when the same batch is opened again, its field gets the focus again.
  useEffect(() => {
    if (isLoaded) element.current?.querySelector<HTMLElement>('form input, form [role="spinbutton"]')?.focus()
  }, [isLoaded, opened])
  if (!batch) return null
  const Form = forms[work]
  const leave = (
    <Button kind="quiet" onPress={onLeave}>
      {t('stockTake.cancel')}
    </Button>
  )
  return (
    <div ref={element}>
      <BatchFacts batch={batch} change={work === 'arrival' ? null : change} />
      <Form key={work} batch={batch} onChange={setChange} leave={leave} {...props} />
    </div>
  )
}
