import type { Ref } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import styles from './Button.module.css'

type Props = Omit<ButtonProps, 'className' | 'style'> & {
  ref?: Ref<HTMLButtonElement>
  /** `primary`: the main action; `danger`: it removes something; `quiet`: a minor action. */
  kind?: 'primary' | 'danger' | 'secondary' | 'quiet'
}

export function Button({ kind = 'secondary', ...props }: Props) {
  return <AriaButton {...props} className={`${styles.button} ${styles[kind]}`} />
}
