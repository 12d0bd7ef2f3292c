import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Work } from './drafts.ts'
import styles from './StockTake.module.css'
import { works } from './works.ts'

const order = Object.keys(works) as Work[]

type Props = { work: Work; onChange: (work: Work) => void; children: ReactNode }

export function WorkTabs({ work: chosen, onChange, children }: Props) {
  const { t } = useTranslation()
  return (
    <Tabs className={styles.works!} selectedKey={chosen} onSelectionChange={(work) => onChange(work as Work)}>
      <TabList className={styles.tabs!} aria-label={t('stockTake.work')}>
        {order.map((work) => {
          const Icon = works[work].icon
          return (
            <Tab key={work} id={work} className={styles.tab!}>
              <Icon size={20} aria-hidden />
              <span>
                {t(`stockTake.${work}`)} <small>{t(`stockTake.${work}Effect`)}</small>
              </span>
            </Tab>
          )
        })}
      </TabList>
      <TabPanel id={chosen} className={styles.tabPanel!}>
        {children}
      </TabPanel>
    </Tabs>
  )
}
