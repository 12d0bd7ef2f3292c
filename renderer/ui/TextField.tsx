import type { Ref } from 'react'
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import styles from './fields.module.css'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  /** What is wrong with the value; undefined: nothing. */
  error?: string | undefined
  optional?: boolean
  large?: boolean
  maxLength?: number
  numeric?: boolean
  /** A password: its characters are hidden. */
  secret?: boolean
  autoFocus?: boolean
  /** It is empty and must not be: Enter in another field leads here. */
  wanted?: boolean
  /** Keys that are no text here, but mean something to the form. */
  commands?: string
  inputRef?: Ref<HTMLInputElement>
}

export function TextField(props: Props) {
  const { t } = useTranslation()
  return (
    <AriaTextField
      className={styles.field!}
      value={props.value}
      onChange={props.onChange}
      isInvalid={props.error !== undefined}
      autoComplete="off"
      type={props.secret ? 'password' : 'text'}
      data-wanted={props.wanted || undefined}
    >
      <Label className={styles.label!}>
        {props.label}
        {props.optional && <span className={styles.optional}>{t('optional')}</span>}
      </Label>
      <Input
        className={`${styles.input} ${props.large ? styles.large : ''}`}
        ref={props.inputRef}
        inputMode={props.numeric ? 'numeric' : 'text'}
        autoFocus={props.autoFocus}
        spellCheck={false}
        maxLength={props.maxLength}
        data-commands={props.commands}
      />
      {props.hint && (
        <Text slot="description" className={styles.hint!}>
          {props.hint}
        </Text>
      )}
      <FieldError className={styles.error!}>{props.error}</FieldError>
    </AriaTextField>
  )
}
