import { useTranslation } from 'react-i18next'
import screen from '../screens/screen.module.css'
import type { Rows } from '../warehouse/useRows.ts'

/** How many rows there are, as far as the list was read. */
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
