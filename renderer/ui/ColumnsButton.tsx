import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button as TextButton } from './Button.tsx'
import { CheckField } from './CheckField.tsx'
import styles from './ColumnsButton.module.css'
import type { ColumnLayout } from './columnLayout.ts'
import fields from './fields.module.css'

type Props = { list: string; layout: Omit<ColumnLayout, 'columns' | 'shown'> & Columns; onReset: () => void }
type Column = { readonly id: string; readonly header: string }
type Columns = { readonly columns: readonly Column[]; readonly shown: readonly Column[] }

/** Which columns a list has, and in which order. */
export function ColumnsButton({ list, layout, onReset }: Props) {
  const { t } = useTranslation()
  const { columns, shown } = layout
  return (
    <DialogTrigger>
      <Button className={`${fields.icon} ${styles.button}`} aria-label={t('list.columnsOf', { list })}>
        <Columns3 size={16} aria-hidden />
      </Button>
      <Popover className={fields.popover!} placement="bottom end">
        <Dialog className={`${fields.listDialog} ${styles.dialog}`}>
          <Heading slot="title" level={2}>
            {t('list.columns')}
          </Heading>
          <ul>
            {columns.map(({ id, header }, at) => (
              <li key={id}>
                <CheckField
                  isSelected={shown.some((column) => column.id === id)}
                  onChange={(isShown) => layout.show(id, isShown)}
                >
                  {header}
                </CheckField>
                <Button
                  className={fields.icon!}
                  aria-label={t('list.earlier', { column: header })}
                  isDisabled={at === 0}
                  onPress={() => layout.moveTo(id, columns[at - 1]!.id)}
                >
                  <ArrowUp size={16} aria-hidden />
                </Button>
                <Button
                  className={fields.icon!}
                  aria-label={t('list.later', { column: header })}
                  isDisabled={at === columns.length - 1}
                  onPress={() => layout.moveTo(id, columns[at + 1]!.id)}
                >
                  <ArrowDown size={16} aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
          <TextButton kind="quiet" onPress={onReset}>
            {t('list.resetColumns')}
          </TextButton>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
