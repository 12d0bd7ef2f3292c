import { useEffect } from 'react'

const SAME_PRESS = 30 // milliseconds: people take longer from one Enter to the next

/**
 * On a Mac, an Enter that ends a composition of an input method comes twice, with the time of the one press: while the text
 * is composed, and once it is complete. What the first one was used for may have moved the focus on, so the second is dropped.
 */
export function useEnterOnce(): void {
  useEffect(() => {
    let composing: KeyboardEvent | null = null
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      const isSecond = composing?.defaultPrevented && event.timeStamp - composing.timeStamp <= SAME_PRESS
      composing = event.isComposing ? event : null
      if (!isSecond) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
