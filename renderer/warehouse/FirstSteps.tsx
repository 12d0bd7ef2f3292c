import { Warehouse } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Leads } from './Leads.tsx'
import { useView } from './queries.ts'
import { isSample } from './sample.ts'

/** Whether nothing was ever received or ordered; false while that is not known. */
export const useIsEmpty = (): boolean => useView('summary', {}).data?.products === 0

/** What a new user can begin with. */
export function FirstSteps() {
  const { t } = useTranslation()
  return (
    <EmptyState icon={Warehouse} title={t('firstSteps.title')} hint={t('firstSteps.hint')}>
      <Leads to={['import', 'receive', 'sample']} />
      {!isSample && <p>{t('firstSteps.sample')}</p>}
    </EmptyState>
  )
}
