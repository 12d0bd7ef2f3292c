import { useEffect, useRef } from 'react'
import { isTextBox } from '../scanner/typedText.ts'

/** Undoes what was typed into the field that has the focus, since it has it. It returns false when nothing was. */
export function useTypedUndo(): () => boolean {
  const typedInto = useRef<EventTarget | null>(null)
  useEffect(() => {
    const onInput = ({ target, isTrusted }: Event) => {
      if (isTrusted && isTextBox(target)) typedInto.current = target
    }
    const onFocus = () => {
      typedInto.current = null
    }
    window.addEventListener('input', onInput, true)
    window.addEventListener('focusin', onFocus)
    return () => {
      window.removeEventListener('input', onInput, true)
      window.removeEventListener('focusin', onFocus)
    }
  }, [])
  return () => {
    if (typedInto.current === null || typedInto.current !== document.activeElement) return false
    document.execCommand('undo') // on a Mac, nothing else does without a menu item of this role
    return true
  }
}
