import { Ellipsis, type LucideIcon } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { afterFocusReturned } from './afterFocusReturned.ts'
import styles from './fields.module.css'

type Props = {
  label: string
  icon?: LucideIcon
  actions: readonly { readonly id: string; readonly name: string; readonly onAction: () => void }[]
}

/** A button that opens a menu of what can be done with one thing. */
export function ActionMenu({ label, icon: Icon = Ellipsis, actions }: Props) {
  return (
    <MenuTrigger>
      <Button className={styles.icon!} aria-label={label}>
        <Icon size={18} aria-hidden />
      </Button>
      <Popover className={styles.popover!}>
        <Menu className={styles.options!} items={actions}>
          {({ id, name, onAction }) => (
            <MenuItem id={id} className={styles.option!} onAction={() => afterFocusReturned(onAction)}>
              {name}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
