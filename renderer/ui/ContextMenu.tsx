import { useRef } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { afterFocusReturned } from './afterFocusReturned.ts'
import styles from './fields.module.css'

/** A place in the window, in pixels. */
export type Point = { readonly x: number; readonly y: number }

export type MenuAction = { readonly id: string; readonly name: string; readonly onAction: () => void }

type Props = { label: string; at: Point; actions: readonly MenuAction[]; onClose: () => void }

/** What can be done with what was pointed at, where it was pointed at. */
export function ContextMenu({ label, at, actions, onClose }: Props) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={anchor} style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} aria-hidden />
      <Popover
        className={styles.popover!}
        triggerRef={anchor}
        placement="bottom start"
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Menu className={styles.options!} aria-label={label} items={actions} autoFocus="first" onClose={onClose}>
          {({ id, name, onAction }) => (
            <MenuItem id={id} className={styles.option!} onAction={() => afterFocusReturned(onAction)}>
              {name}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </>
  )
}
