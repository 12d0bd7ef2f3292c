import { CloudOff, LoaderCircle } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../i18n/failureText.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Grid } from '../ui/Grid.tsx'
import styles from './RowsGrid.module.css'
import { failureOf } from './unwrap.ts'
import type { Rows } from './useRows.ts'

type Props<Row> = Omit<ComponentProps<typeof Grid<Row>>, 'count' | 'more' | 'at' | 'onShow'> & {
  rows: Rows<Row>
  /** Shown instead of the rows when there are none. */
  empty: ReactNode
}

/** The rows of a view in a grid, or that they are being read, could not be read, or are none. */
export function RowsGrid<Row>({ rows, empty, ...grid }: Props<Row>) {
  const { t } = useTranslation()
  if (rows.status === 'loading')
    return (
      <div className={styles.loading}>
        <EmptyState icon={LoaderCircle} title={t('list.loading')} />
      </div>
    )
  if (rows.status === 'failed' && rows.error)
    return (
      <EmptyState icon={CloudOff} title={t('list.failed')} hint={failureText(failureOf(rows.error), t)}>
        <Button onPress={rows.retry}>{t('list.retry')}</Button>
      </EmptyState>
    )
  if (rows.count === 0) return empty
  return <Grid {...grid} count={rows.count} more={rows.more} at={rows.at} onShow={rows.show} />
}
