import type { Language } from '../languages/languages.ts'
import { keepText, useKeptText } from '../ui/useStored.ts'

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

export const setting = <K extends keyof Settings>(key: K): Settings[K] => settingOf(key, localStorage.getItem(key))

export function useSetting<K extends keyof Settings>(key: K): [Settings[K], (value: Settings[K]) => void] {
  return [settingOf(key, useKeptText(key)), (chosen) => keepText(key, chosen)]
}

const settingOf = <K extends keyof Settings>(key: K, kept: string | null): Settings[K] =>
  (kept as Settings[K] | null) ?? defaults[key]
