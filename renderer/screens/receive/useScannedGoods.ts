import { type RefObject, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { leadIn } from '../../warehouse/leadOn.ts'
import { fits, type Goods } from './scannedGoods.ts'

/** A form that goods are scanned into. */
export type GoodsForm = {
  readonly hasFocus: () => boolean
  /** false: the goods say nothing that the form asks for, or something else is entered there. */
  readonly fill: (goods: Goods) => boolean
}

export type GoodsProps = {
  /** Where the form is found by what is scanned. */
  readonly place: RefObject<GoodsForm | null>
  readonly onEntered: () => void
}

/** Has the form at `place` take what is scanned, and then leads to the field that is to be entered next. */
export function useScannedGoods<Fields extends object>(
  place: RefObject<GoodsForm | null>,
  entered: Fields,
  scanned: (goods: Goods) => Partial<Fields>,
  set: (change: Partial<Fields>) => void,
): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current = {
      hasFocus: () => element.current?.contains(document.activeElement) ?? false,
      fill: (goods) => {
        const change = scanned(goods)
        if (!fits(change, entered)) return false
        flushSync(() => set(change)) // the next scan finds it
        const form = element.current?.querySelector('form')
        if (form) leadIn(form)
        return true
      },
    }
  })
  return element
}
