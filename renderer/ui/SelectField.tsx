import { ChevronDown } from 'lucide-react'
import { Button, FieldError, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import styles from './fields.module.css'

type Props<Id extends string> = {
  label: string
  options: readonly { readonly id: Id; readonly name: string }[]
  /** null: none is chosen. */
  value: Id | null
  onChange: (value: Id) => void
  placeholder?: string
  error?: string | undefined
  labelHidden?: boolean
}

export function SelectField<Id extends string>(props: Props<Id>) {
  return (
    <Select
      className={styles.field!}
      value={props.value}
      onChange={(value) => value !== null && props.onChange(value as Id)}
      placeholder={props.placeholder}
      isInvalid={props.error !== undefined}
      aria-label={props.labelHidden ? props.label : undefined}
    >
      {!props.labelHidden && <Label className={styles.label!}>{props.label}</Label>}
      <Button className={styles.trigger!}>
        <SelectValue className={styles.value!} />
        <ChevronDown size={16} aria-hidden />
      </Button>
      <FieldError className={styles.error!}>{props.error}</FieldError>
      <Popover className={styles.popover!}>
        <ListBox className={styles.options!} items={props.options}>
          {({ id, name }) => (
            <ListBoxItem id={id} className={styles.option!}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
