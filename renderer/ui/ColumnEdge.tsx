import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Grid.module.css'

const STEP = 16 // pixels for one press of a key

type Props = {
  /** The heading of its column. */
  column: string
  /** In pixels, as far as it is known. */
  width: number
  onResize: (width: number) => void
  onReset: () => void
  /** Past the column before it, or after it. */
  onMove: (step: -1 | 1) => void
  onHide: () => void
}

/**
 * The end of a heading, by which its column is made wider or narrower: dragged, or by the left and right keys. Enter or a
 * double click resets it; with Alt, the keys move the column, and Delete hides it. Up in the first row leads here, up and down to the other columns, Escape back to the rows.
 */
export function ColumnEdge({ column, width, onResize, onReset, onMove, onHide }: Props) {
  const { t } = useTranslation()
  const drag = useRef<{ x: number; width: number } | null>(null)
  const widthNow = (edge: Element) => edge.parentElement?.getBoundingClientRect().width ?? width
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, width: widthNow(event.currentTarget) }
  }
  const onPointerMove = ({ clientX }: PointerEvent) => {
    if (drag.current) onResize(drag.current.width + clientX - drag.current.x)
  }
  const onPointerUp = () => {
    drag.current = null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
    if (step !== undefined && event.altKey) onMove(step < 0 ? -1 : 1)
    else if (step !== undefined) onResize(widthNow(event.currentTarget) + step)
    else if (event.key === 'Enter') onReset()
    else if (event.key === 'Delete') onHide()
    else if (event.key === 'Escape') focusRows(event.currentTarget)
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') focusOther(event.currentTarget, event.key)
    else return
    event.preventDefault()
  }
  return (
    <div
      role="separator"
      tabIndex={-1}
      className={styles.edge}
      aria-orientation="vertical"
      aria-label={t('list.width', { column })}
      aria-valuenow={width}
      title={t('list.widthHint')}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  )
}

const focusRows = (edge: Element) => edge.closest<HTMLElement>('[role="grid"], [role="treegrid"]')?.focus()

function focusOther(edge: Element, key: 'ArrowUp' | 'ArrowDown'): void {
  const edges = [...(edge.closest('[role="row"]')?.querySelectorAll<HTMLElement>('[role="separator"]') ?? [])]
  edges[edges.indexOf(edge as HTMLElement) + (key === 'ArrowDown' ? 1 : -1)]?.focus()
}
