import type { TFunction } from 'i18next'
import type { Days } from './navigation.ts'

/** Such as "4 to 7 days". */
export const daysText = ({ from, to }: Days, t: TFunction): string =>
  to === null ? t('days.more', { from }) : t('days.between', { from, to })
