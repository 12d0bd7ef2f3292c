import type { ComponentProps } from 'react'
import { ToggleButton } from 'react-aria-components'
import styles from './Chip.module.css'

type Props = Pick<ComponentProps<typeof ToggleButton>, 'isSelected' | 'onChange'> & { children: string }

/** A filter that one press turns on and another off. */
export const Chip = (props: Props) => <ToggleButton className={styles.chip!} {...props} />
