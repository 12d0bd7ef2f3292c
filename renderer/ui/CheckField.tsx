import { Checkbox, type CheckboxProps } from 'react-aria-components'
import styles from './fields.module.css'

type Props = Pick<CheckboxProps, 'isSelected' | 'onChange'> & { children: string }

export const CheckField = ({ children, ...props }: Props) => (
  <Checkbox className={styles.check!} {...props}>
    <span className={styles.box} aria-hidden />
    {children}
  </Checkbox>
)
