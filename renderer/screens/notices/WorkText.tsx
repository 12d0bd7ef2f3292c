import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { NoticeGroupRow } from '../../../electron/contract.ts'

type Work = Pick<NoticeGroupRow, 'isOpen' | 'givenTo' | 'acknowledgedBy'>

/** Who deals with a group of notices, or has done so. */
export function workText({ isOpen, givenTo, acknowledgedBy }: Work, t: TFunction): string {
  if (isOpen) return givenTo === null ? t('notices.open') : t('notices.givenTo', { name: givenTo })
  return acknowledgedBy === null ? t('notices.done') : t('notices.doneBy', { name: acknowledgedBy })
}

export function WorkText({ group }: { group: Work }) {
  const { t } = useTranslation()
  return workText(group, t)
}
