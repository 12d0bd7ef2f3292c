import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryRow, NoticeKind } from '../../electron/contract.ts'

/** What became of lines and stock by an entry, in a few words. */
export function useToldText(): (entry: Pick<EntryRow, 'told'>) => string {
  const { t } = useTranslation()
  return useCallback(
    ({ told }) => {
      const kinds = Object.entries(told) as [NoticeKind, number][]
      // That a SKU is out of stock comes with a line that waits.
      return kinds
        .flatMap(([kind, count]) => (kind === 'outOfStock' ? [] : t(`history.told.${kind}`, { count })))
        .join(' · ')
    },
    [t],
  )
}
