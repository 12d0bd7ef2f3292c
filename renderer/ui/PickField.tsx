import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import styles from './fields.module.css'
import { SEARCH_LENGTH } from './searchLength.ts'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** What matches the text so far. */
  suggestions: readonly string[]
  error?: string | undefined
  labelHidden?: boolean
  /** See `TextField`. */
  wanted?: boolean
}

/** A text field that suggests existing values and accepts others. */
export function PickField({ label, value, onChange, suggestions, error, labelHidden, wanted }: Props) {
  return (
    <ComboBox
      className={styles.field!}
      inputValue={value}
      onInputChange={onChange}
      items={suggestions.map((id) => ({ id }))}
      allowsCustomValue
      isInvalid={error !== undefined}
      data-wanted={wanted || undefined}
      aria-label={labelHidden ? label : undefined}
    >
      {!labelHidden && <Label className={styles.label!}>{label}</Label>}
      <Input
        className={styles.input!}
        maxLength={SEARCH_LENGTH}
        spellCheck={false}
        placeholder={labelHidden ? label : ''}
      />
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
