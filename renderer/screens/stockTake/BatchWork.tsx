import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { BatchRow } from '../../../electron/contract.ts'
import { Button } from '../../ui/Button.tsx'
import { useView } from '../../warehouse/queries.ts'
import { ArrivalForm } from './ArrivalForm.tsx'
import { BatchFacts, type Change } from './BatchFacts.tsx'
import { CountForm } from './CountForm.tsx'
import { DamageForm } from './DamageForm.tsx'
import type { Done } from './StockDone.tsx'
import styles from './StockTake.module.css'

export type WorkProps = {
  batch: BatchRow
  /** Told of what the batch will hold when it is confirmed; null: nothing is entered that could be. */
  onChange: (change: Change | null) => void
  onDone: (done: Done) => void
  /** Leads to another batch. */
  leave: React.ReactNode
}

const works = { damage: DamageForm, count: CountForm, arrival: ArrivalForm } as const
type Work = keyof typeof works

type Props = { batchRef: string; onDone: (done: Done) => void; onLeave: () => void }

/** What can be entered of one batch. */
export function BatchWork({ batchRef, onDone, onLeave }: Props) {
  const { t } = useTranslation()
  const [change, setChange] = useState<Change | null>(null)
  const batch = useView('batches', { ref: batchRef, limit: 1 }).data?.rows[0]
  if (!batch) return null
  const leave = (
    <Button kind="quiet" onPress={onLeave}>
      {t('stockTake.cancel')}
    </Button>
  )
  return (
    <>
      <BatchFacts batch={batch} change={change} />
      <Tabs onSelectionChange={() => setChange(null)}>
        <TabList className={styles.tabs!} aria-label={t('stockTake.work')}>
          {(Object.keys(works) as Work[]).map((work) => (
            <Tab key={work} id={work} className={styles.tab!}>
              {t(`stockTake.${work}`)}
            </Tab>
          ))}
        </TabList>
        {(Object.keys(works) as Work[]).map((work) => {
          const Form = works[work]
          return (
            <TabPanel key={work} id={work} className={styles.tabPanel!}>
              <Form batch={batch} onChange={setChange} onDone={onDone} leave={leave} />
            </TabPanel>
          )
        })}
      </Tabs>
    </>
  )
}
