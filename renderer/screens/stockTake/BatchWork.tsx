import { type RefObject, useEffect, useRef, useState } from 'react'
import type { BatchRow, Outcome } from '../../../electron/contract.ts'
import type { Done } from '../../warehouse/EntryDone.tsx'
import { useView } from '../../warehouse/queries.ts'
import { BatchFacts } from './BatchFacts.tsx'
import type { Work } from './drafts.ts'
import type { Unconfirmed } from './unconfirmed.ts'
import type { LabelCount } from './useStockTake.ts'
import { works } from './works.ts'

export type WorkProps = {
  batch: BatchRow
  /** Called with what confirming would come to; null: nothing valid is entered. */
  onChange: (outcome: Outcome | null) => void
  onDone: (done: Done) => void
  /** See `useUnconfirmed`. */
  unconfirmed: RefObject<Unconfirmed | null>
  /** See `useLabelCount`. */
  count: LabelCount | null
  /** From damaged to counted, or back. */
  onSwitch: () => void
  /** Closes the batch; what is entered of it is kept. */
  onLeave: () => void
}

type Props = Pick<WorkProps, 'unconfirmed' | 'count' | 'onLeave'> & {
  /** Called with the batch as it was before. */
  onDone: (done: Done, batch: BatchRow) => void
  batchRef: string
  work: Work
  onWork: (work: Work) => void
  opened: number
}

/** The batch that is open, and the form of what is entered of it. */
export function BatchWork({ batchRef, work, onWork, opened, onDone, ...props }: Props) {
  const [change, setChange] = useState<Outcome | null>(null)
  const element = useRef<HTMLDivElement>(null)
  const { data, isFetching } = useView('batches', { ref: batchRef, limit: 1 })
  const [isRead, setRead] = useState(false) // what is remembered from an earlier time may have changed since
  if (!isRead && data && !isFetching) setRead(true)
  const batch = isRead ? data?.rows[0] : undefined
  const isLoaded = batch !== undefined
  const [switches, setSwitches] = useState(0)
  // When the same batch is opened again, or its mode is switched by a key, its field gets the focus again.
  useEffect(() => {
    if (isLoaded) element.current?.querySelector<HTMLElement>('form input, form [role="spinbutton"]')?.focus()
  }, [isLoaded, opened, switches])
  if (!batch) return null
  const { Form } = works[work]
  const switchWork = () => {
    onWork(work === 'damage' ? 'count' : 'damage')
    setSwitches(switches + 1)
  }
  return (
    <div ref={element}>
      <BatchFacts batch={batch} outcome={work === 'arrival' ? null : change} />
      <Form
        key={work}
        batch={batch}
        onChange={setChange}
        onSwitch={switchWork}
        onDone={(done) => onDone(done, batch)}
        {...props}
      />
    </div>
  )
}
