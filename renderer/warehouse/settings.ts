import { useSyncExternalStore } from 'react'
import type { Language } from '../languages/languages.ts'

/** Choices kept on this workstation, the same in all windows of the app. */
type Settings = {
  language: 'system' | Language
  theme: 'system' | 'light' | 'dark'
  density: 'comfortable' | 'compact'
  reason: string
  operator: string
  sounds: 'on' | 'off'
  /** Whether scanning the next batch confirms the entry of this one. */
  scanConfirms: 'on' | 'off'
  /** The longest time between two keys of the scanner, in milliseconds. */
  scanGap: '20' | '35' | '60'
  scanPrefix: string
  scanSuffix: string
}

const defaults: Settings = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  reason: '',
  operator: '',
  sounds: 'on',
  scanConfirms: 'off',
  scanGap: '35',
  scanPrefix: '',
  scanSuffix: '',
}
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
