import { useRef, useState } from 'react'
import { keepText, readStored } from '../ui/useStored.ts'
import { ownKey } from './sample.ts'

/** What is typed into a form: it survives whatever happens to the app, until it is `blank` again. */
export function useKept<T extends object>(form: string, blank: T): readonly [T, (change: Partial<T>) => void] {
  const key = ownKey(`form.${form}`)
  const [value, setValue] = useState(() => ({ ...blank, ...readStored<Partial<T>>(key, {}) }))
  const latest = useRef(value) // a scan changes several fields before any is drawn
  const change = (changed: Partial<T>) => {
    latest.current = { ...latest.current, ...changed }
    const text = JSON.stringify(latest.current)
    keepText(key, text === JSON.stringify(blank) ? null : text)
    setValue(latest.current)
  }
  return [value, change]
}
