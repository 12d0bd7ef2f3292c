import type { ReactNode } from 'react'
import { GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import styles from './Drag.module.css'

type Props<Item> = {
  label: string
  items: readonly Item[]
  idOf: (item: Item) => string
  /** What a screen reader calls the item. */
  textOf: (item: Item) => string
  children: (item: Item) => ReactNode
  /** The kind of things that may be dropped onto an item. */
  accepts: string
  /** Something was dropped onto the item, or the item was chosen by Enter or a click. */
  onChoose: (item: Item) => void
}

/** A list onto whose items something can be dropped, with a mouse or by keyboard. */
export function DropList<Item>({ label, items, idOf, textOf, children, accepts, onChoose }: Props<Item>) {
  const byId = new Map(items.map((item) => [idOf(item), item]))
  const choose = (id: unknown) => {
    const item = byId.get(String(id))
    if (item !== undefined) onChoose(item)
  }
  const { dragAndDropHooks } = useDragAndDrop({
    acceptedDragTypes: [accepts],
    getDropOperation: () => 'move',
    onItemDrop: ({ target }) => choose(target.key),
  })
  return (
    <GridList
      aria-label={label}
      className={styles.list!}
      items={items.map((item) => ({ id: idOf(item), item }))}
      dragAndDropHooks={dragAndDropHooks}
      onAction={choose}
    >
      {({ id, item }) => (
        <GridListItem id={id} textValue={textOf(item)} className={styles.item!}>
          {children(item)}
        </GridListItem>
      )}
    </GridList>
  )
}
