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
function write(key: string, value: unknown): void {
  if (value === null) localStorage.removeItem(key)
  else localStorage.setItem(key, JSON.stringify(value))
  window.dispatchEvent(new Event(CHANGED)) // 'storage' is only dispatched in the other windows
}

/** A value that is kept on this workstation over restarts, the same in all windows of the app. */
export function useStored<T extends object>(
  key: string,
  whenNone: T,
): readonly [T, (change: (before: T) => T | null) => void] {
  const text = useSyncExternalStore(subscribe, () => localStorage.getItem(key))
  const value = useMemo(() => read(text, whenNone), [text, whenNone])
  return [value, (change) => write(key, change(read(localStorage.getItem(key), whenNone)))]
}

function subscribe(listener: () => void): () => void {
  for (const type of ['storage', CHANGED]) window.addEventListener(type, listener)
  return () => {
    for (const type of ['storage', CHANGED]) window.removeEventListener(type, listener)
  }
}
