import { type RefObject, useEffect, useRef } from 'react'
import { setting } from '../../warehouse/settings.ts'

const LOOK = 10 // milliseconds between two looks whether the form of the batch has the focus
const PATIENCE = 15 // milliseconds beyond the longest gap between two keys of a scanner

/**
 * Digits that a person types while a batch is being opened are for its form: they are held back until that has the focus, instead of
 * going into the scan field, where the focus still is. What is typed before they were handed on comes after them. Those with
 * which another scan begins are dropped.
 */
export function useEarlyDigits(scanField: RefObject<HTMLInputElement | null>) {
  const opening = useRef(0)
  const isOpened = useRef(false) // the form of the batch is about to get the focus
  const digits = useRef('')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const isWaiting = () => opening.current > 0 || isOpened.current
    const wait = (pause: number) => {
      clearTimeout(timer)
      timer = setTimeout(hand, pause)
    }
    const hand = () => {
      if (isWaiting()) return wait(LOOK)
      if (digits.current !== '') document.execCommand('insertText', false, digits.current) // as if they were typed only now
      digits.current = ''
    }
    let held = 0 // when the last digit was
    const onKeyDown = (event: KeyboardEvent) => {
      const isHolding = digits.current !== ''
      const isElsewhere = event.target !== scanField.current
      const gap = Number(setting('scanGap'))
      if (isDigit(event) && (isHolding || (isWaiting() && !isElsewhere))) {
        event.preventDefault()
        digits.current += event.key
        held = event.timeStamp
        wait(gap + PATIENCE)
      } else if (isHolding && isElsewhere && event.timeStamp - held > gap) hand() // a person goes on, no scan
    }
    const onFocusOut = ({ target }: FocusEvent) => {
      if (target === scanField.current) isOpened.current = false
    }
    window.addEventListener('keydown', onKeyDown, true)
    window.addEventListener('focusout', onFocusOut)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('focusout', onFocusOut)
    }
  }, [scanField])
  return {
    /** For a scan or a text that was entered. `open` resolves to whether a batch was opened. */
    during: async (open: () => Promise<boolean>): Promise<void> => {
      digits.current = ''
      opening.current++
      isOpened.current = await open()
      opening.current--
      if (document.activeElement !== scanField.current) isOpened.current = false
    },
  }
}

const isDigit = ({ key, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): boolean =>
  /^\d$/.test(key) && !ctrlKey && !metaKey && !altKey && !repeat
