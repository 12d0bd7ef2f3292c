import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import styles from './fields.module.css'

const LONGEST = 200 // characters that a view searches for

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** What fits the text so far. */
  suggestions: readonly string[]
  error?: string | undefined
  labelHidden?: boolean
}

/** A text that is usually one of those that exist. */
export function PickField({ label, value, onChange, suggestions, error, labelHidden }: Props) {
  return (
    <ComboBox
      className={styles.field!}
      inputValue={value}
      onInputChange={onChange}
      items={suggestions.map((id) => ({ id }))}
      allowsCustomValue
      isInvalid={error !== undefined}
      aria-label={labelHidden ? label : undefined}
    >
      {!labelHidden && <Label className={styles.label!}>{label}</Label>}
      <Input className={styles.input!} maxLength={LONGEST} spellCheck={false} placeholder={labelHidden ? label : ''} />
      <FieldError className={styles.error!}>{error}</FieldError>
      <Popover className={styles.popover!}>
        <ListBox className={styles.options!}>
          {({ id }: { id: string }) => (
            <ListBoxItem id={id} className={styles.option!}>
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
