import { type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import type { Column } from './columns.tsx'

/** The columns that have room in the element, as wide as it is now. */
export function useFittingColumns<Row>(
  columns: readonly Column<Row>[],
  element: RefObject<HTMLElement | null>,
): readonly Column<Row>[] {
  const width = useWidth(element)
  return useMemo(() => columns.filter(({ dropBelow = 0 }) => width >= dropBelow), [columns, width])
}

/** In pixels. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  useLayoutEffect(() => {
    if (!element.current) return
    setWidth(element.current.clientWidth)
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
