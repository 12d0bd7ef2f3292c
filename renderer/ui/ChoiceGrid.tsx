import { type KeyboardEvent, useRef } from 'react'
import { FieldError, Label, Radio, RadioGroup, Text } from 'react-aria-components'
import { flushSync } from 'react-dom'
import styles from './ChoiceGrid.module.css'
import { digitOf, optionOf } from './digitOf.ts'
import fields from './fields.module.css'

type Props<Id extends string> = {
  label: string
  hint: string
  options: readonly { readonly id: Id; readonly name: string }[]
  /** null: none is chosen. */
  value: Id | null
  onChange: (value: Id) => void
  /** Called after a digit has chosen, with the radio button that has the focus. */
  onDigit: (radio: HTMLElement) => void
  error?: string | undefined
  /** Beside the label. */
  beside?: React.ReactNode
}

/** Options to choose one of, all in view. While one has the focus, a digit chooses, too. */
export function ChoiceGrid<Id extends string>(props: Props<Id>) {
  const { label, hint, options, value, onChange, onDigit, error, beside } = props
  const element = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? event.key
    const option = options[optionOf(digit)]
    if (!option) return
    event.preventDefault()
    flushSync(() => onChange(option.id))
    const radio = element.current?.querySelector<HTMLElement>('input:checked')
    radio?.focus()
    if (radio) onDigit(radio)
  }
  return (
    <div ref={element} onKeyDownCapture={onKeyDown} data-wanted={value === null || undefined}>
      <RadioGroup
        className={fields.field!}
        value={value}
        onChange={(chosen) => onChange(chosen as Id)}
        isInvalid={error !== undefined}
      >
        <div className={styles.head}>
          <Label className={fields.label!}>{label}</Label>
          <Text slot="description" className={fields.hint!}>
            {hint}
          </Text>
          {beside}
        </div>
        <div className={styles.options}>
          {options.map(({ id, name }, at) => (
            <Radio key={id} value={id} className={styles.option!}>
              <kbd className={styles.digit} aria-hidden>
                {digitOf(at)}
              </kbd>
              <span>{name}</span>
            </Radio>
          ))}
        </div>
        <FieldError className={fields.error!}>{error}</FieldError>
      </RadioGroup>
    </div>
  )
}
