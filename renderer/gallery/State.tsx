import { type ReactNode, useLayoutEffect, useRef } from 'react'

type Props = {
  /** As react-aria names it on the element, such as `hovered`. `focus`: see `gallery.spec`. */
  of?: 'hovered' | 'pressed' | 'focus'
  children: ReactNode
}

const CONTROL = 'button, input, [role="row"]'

/** A control as it looks in a state that lasts only while a pointer or the keyboard is on it. */
export function State({ of, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const control = place.current?.querySelector(CONTROL)
    if (of) control?.setAttribute(of === 'focus' ? 'data-gallery-focus' : `data-${of}`, 'true')
  }, [of])
  return <div ref={place}>{children}</div>
}
