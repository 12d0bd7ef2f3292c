import { type MouseEvent, useRef, useState } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { afterFocusReturned } from './afterFocusReturned.ts'
import styles from './fields.module.css'

export type RowAction = { readonly id: string; readonly name: string; readonly onAction: () => void }

/** Where a menu was asked for, in pixels of the window. */
type Place = { readonly x: number; readonly y: number }

/** The menu of a row: by a right click on it, or by the menu key or Shift+F10 while it is active. */
export function useRowMenu<Row>(actionsOf: ((row: Row) => readonly RowAction[]) | undefined) {
  const [asked, setAsked] = useState<{ readonly actions: readonly RowAction[]; readonly place: Place } | null>(null)
  return {
    /** `rowOf`: the row at an index; null: the active one. */
    ask: (event: MouseEvent, rowOf: (index: number | null) => Row | undefined) => {
      if (!actionsOf || window.getSelection()?.type === 'Range') return // what is selected may be copied
      const element = (event.target as Element).closest('[role="row"]')
      const index = element?.ariaRowIndex ? Number(element.ariaRowIndex) - 2 : null
      const row = rowOf(index)
      const actions = row === undefined ? [] : actionsOf(row)
      if (actions.length === 0) return
      event.preventDefault() // the system's own menu
      setAsked({ actions, place: placeOf(event, element) })
    },
    menu: asked && <RowMenu {...asked} onClose={() => setAsked(null)} />,
  }
}

/** A key has no place: then it is the active row's. */
function placeOf({ clientX, clientY, currentTarget }: MouseEvent, row: Element | null): Place {
  if (row) return { x: clientX, y: clientY }
  const active = currentTarget.querySelector('[data-active]') ?? currentTarget
  const { left, bottom } = active.getBoundingClientRect()
  return { x: left, y: bottom }
}

type Props = { place: Place; actions: readonly RowAction[]; onClose: () => void }

function RowMenu({ place, actions, onClose }: Props) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={anchor} style={{ position: 'fixed', left: place.x, top: place.y }} />
      <Popover
        className={styles.popover!}
        triggerRef={anchor}
        placement="bottom start"
        isOpen
        onOpenChange={(open) => !open && onClose()}
      >
        <Menu
          className={styles.options!}
          items={actions}
          autoFocus="first"
          aria-label={actions[0]?.name ?? ''}
          onClose={onClose}
        >
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
