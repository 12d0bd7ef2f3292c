import { CloudOff, LoaderCircle } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../i18n/failureText.ts'
import { failureOf } from '../warehouse/ask.ts'
import type { Rows } from '../warehouse/useRows.ts'
import { Button } from './Button.tsx'
import { Grid } from './Grid.tsx'
import { Message } from './Message.tsx'
import styles from './RowsGrid.module.css'

type Props<Row> = Omit<ComponentProps<typeof Grid<Row>>, 'count' | 'more' | 'at' | 'onShow'> & {
  rows: Rows<Row>
  /** Stands where the rows would, when there are none. */
  empty: ReactNode
}

/** The rows of a view in a grid, or why there are none to see. */
export function RowsGrid<Row>({ rows, empty, ...grid }: Props<Row>) {
  const { t } = useTranslation()
  if (rows.status === 'loading')
    return (
      <div className={styles.loading}>
        <Message icon={LoaderCircle} title={t('list.loading')} />
      </div>
    )
  if (rows.status === 'failed' && rows.error)
    return (
      <Message icon={CloudOff} title={t('list.failed')} hint={failureText(failureOf(rows.error), t)}>
        <Button onPress={rows.retry}>{t('list.retry')}</Button>
      </Message>
    )
  if (rows.count === 0) return empty
  return <Grid {...grid} count={rows.count} more={rows.more} at={rows.at} onShow={rows.show} />
}
