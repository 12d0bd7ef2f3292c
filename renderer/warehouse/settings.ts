import { useSyncExternalStore } from 'react'
import type { Language } from '../languages/languages.ts'

/** Choices kept on this workstation, the same in all windows of the app. */
type Settings = {
  language: 'system' | Language
  theme: 'system' | 'light' | 'dark'
  reason: string
  operator: string
}

const defaults: Settings = { language: 'system', theme: 'system', reason: '', operator: '' }
const CHANGED = 'setting-changed'

export const setting = <K extends keyof Settings>(key: K): Settings[K] =>
  (localStorage.getItem(key) as Settings[K] | null) ?? defaults[key]

export function useSetting<K extends keyof Settings>(key: K): [Settings[K], (value: Settings[K]) => void] {
  const value = useSyncExternalStore(subscribe, () => setting(key))
  const choose = (chosen: Settings[K]) => {
    localStorage.setItem(key, chosen)
    window.dispatchEvent(new Event(CHANGED)) // 'storage' is only dispatched in the other windows
  }
  return [value, choose]
}

function subscribe(listener: () => void): () => void {
  for (const type of ['storage', CHANGED]) window.addEventListener(type, listener)
  return () => {
    for (const type of ['storage', CHANGED]) window.removeEventListener(type, listener)
  }
}
