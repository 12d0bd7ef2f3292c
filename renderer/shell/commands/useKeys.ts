import { useEffect, useEffectEvent } from 'react'
import { type CommandId, commands } from '../../warehouse/commands.ts'
import { setting } from '../../warehouse/settings.ts'
import { isTextBox } from '../scanner/typedText.ts'
import { commandOf, isTyped } from './keys.ts'

const PATIENCE = 15 // milliseconds beyond the longest gap between two keys of a scanner

const modifiers = ['Shift', 'CapsLock', 'Control', 'Alt', 'AltGraph', 'Meta']

/**
 * Calls `run` for the keys of a command, unless they are one of those that a scanner types in a row. To be called before
 * `useScanner`, which keeps keys from what listens later.
 */
export function useKeys(run: (id: CommandId) => void): void {
  const runNow = useEffectEvent(run)
  useEffect(() => {
    const pace = new Pace()
    let waiting: ReturnType<typeof setTimeout> | undefined
    const onAnyKey = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.repeat || modifiers.includes(event.key)) return
      clearTimeout(waiting)
      pace.press(event.timeStamp)
      // The menu hears of no key that is prevented. A scanner may write control characters, such as Ctrl+W.
      if (!pace.isAlone && (event.ctrlKey || event.metaKey || event.altKey)) event.preventDefault()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat || !pace.isAlone) return
      const id = commandOf(event)
      if (id === null || isOfSystem(id) || (isTextBox(event.target) && isForText(event))) return
      event.preventDefault()
      waiting = setTimeout(() => runNow(id), longestGap())
    }
    window.addEventListener('keydown', onAnyKey, true)
    window.addEventListener('keydown', onKey)
    return () => {
      clearTimeout(waiting)
      window.removeEventListener('keydown', onAnyKey, true)
      window.removeEventListener('keydown', onKey)
    }
  }, [])
}

/** What is entered is not left by the key that closes its suggestions, even when it is pressed once too often. */
const isForText = (event: KeyboardEvent): boolean =>
  isTyped(event) || (event.key === 'Escape' && (event.target as HTMLInputElement).value !== '')

const longestGap = () => Number(setting('scanGap')) + PATIENCE

/** The menu does it, by a role. */
function isOfSystem(id: CommandId): boolean {
  const { by } = commands[id]
  return by !== undefined && by !== 'main'
}

/** Whether the last key came after a pause. */
class Pace {
  #last = Number.NEGATIVE_INFINITY
  isAlone = true

  press(at: number): void {
    this.isAlone = at - this.#last > longestGap()
    this.#last = at
  }
}
