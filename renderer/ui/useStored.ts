import { useMemo, useSyncExternalStore } from 'react'

const CHANGED = 'stored-changed'

/** What is kept on this workstation under the key; `whenNone` when there is nothing that can be read. */
function read<T>(text: string | null, whenNone: T): T {
  try {
    return text === null ? whenNone : (JSON.parse(text) as T)
  } catch {
    return whenNone
  }
}

/** null removes it. */
export function keepText(key: string, text: string | null): void {
  if (text === null) localStorage.removeItem(key)
  else localStorage.setItem(key, text)
  window.dispatchEvent(new Event(CHANGED)) // 'storage' is only dispatched in the other windows
}

/** A text that is kept on this workstation over restarts, the same in all windows of the app; null: there is none. */
export const useKeptText = (key: string): string | null =>
  useSyncExternalStore(subscribe, () => localStorage.getItem(key))

/** A value that is kept as such a text; `whenNone` when there is none. */
export const readStored = <T>(key: string, whenNone: T): T => read(localStorage.getItem(key), whenNone)
export const keepStored = (key: string, value: object): void => keepText(key, JSON.stringify(value))

/** A value that is kept as such a text. `change`: null removes it. */
export function useStored<T extends object>(
  key: string,
  whenNone: T,
): readonly [T, (change: (before: T) => T | null) => void] {
  const text = useKeptText(key)
  const value = useMemo(() => read(text, whenNone), [text, whenNone])
  const keep = (change: (before: T) => T | null) => {
    const changed = change(read(localStorage.getItem(key), whenNone))
    keepText(key, changed && JSON.stringify(changed))
  }
  return [value, keep]
}

function subscribe(listener: () => void): () => void {
  for (const type of ['storage', CHANGED]) window.addEventListener(type, listener)
  return () => {
    for (const type of ['storage', CHANGED]) window.removeEventListener(type, listener)
  }
}
