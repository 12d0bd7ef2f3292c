import { useTranslation } from 'react-i18next'
import screen from '../ui/screen.module.css'
import type { Rows } from './useRows.ts'

/** The number of rows; "more than" while the end of the list was not reached. */
export function RowCount({
  rows: { status, count, more },
}: {
  rows: Pick<Rows<unknown>, 'status' | 'count' | 'more'>
}) {
  const { t } = useTranslation()
  if (status !== 'ready') return null
  return (
    <span className={screen.count} role="status">
      {more ? t('list.countMore', { rows: count }) : t('list.count', { count })}
    </span>
  )
}
