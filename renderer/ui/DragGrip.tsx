import { GripVertical } from 'lucide-react'
import { useRef } from 'react'
import { Button, useDrag } from 'react-aria-components'
import styles from './Drag.module.css'

type Props = {
  label: string
  /** What a list that takes it calls things of its kind. */
  type: string
  value: string
  /** Whether Tab leads to it. */
  isActive: boolean
  isDisabled?: boolean
  onStart: () => void
}

/** A handle by which something is dragged: with a mouse, or by Enter, Tab to where it is to go, and Enter. */
export function DragGrip({ label, type, value, isActive, isDisabled = false, onStart }: Props) {
  const handle = useRef<HTMLDivElement>(null)
  const { dragProps, dragButtonProps } = useDrag({
    getItems: () => [{ [type]: value }],
    getAllowedDropOperations: () => ['move'],
    hasDragButton: true,
    isDisabled,
    onDragStart: onStart,
  })
  return (
    <div ref={handle} {...dragProps} className={styles.handle}>
      <Button
        {...(dragButtonProps as object)}
        className={styles.grip!}
        aria-label={label}
        excludeFromTabOrder={!isActive}
        isDisabled={isDisabled}
      >
        <GripVertical size={16} aria-hidden />
      </Button>
    </div>
  )
}
