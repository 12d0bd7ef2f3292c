import { useSyncExternalStore } from 'react'
import type { Settings, SettingsChange, SettingsState } from '../../electron/contract.ts'
import { unwrap } from './unwrap.ts'

type Shown = SettingsState & {
  /** The last change could not be written, and holds until the app is closed only. */
  readonly isUnsaved: boolean
}

let shown: Shown
const listeners = new Set<() => void>()

/** Before the first screen is drawn. Settings are kept by main, which tells this window what is changed in another. */
export async function loadSettings(): Promise<void> {
  window.warehouse.onPush((push) => push.type === 'settings' && show({ ...push.state, isUnsaved: false }))
  shown = { ...(await unwrap(window.warehouse.settings())), isUnsaved: false }
}

export const setting = <K extends keyof Settings>(key: K): Settings[K] => shown.values[key]

/** Whose settings they are: who works here, or did last; empty: nobody ever did. */
export const person = (): string => shown.person

export const usePerson = (): string => useShown().person

/** A change holds at once, in every window. */
export function useSetting<K extends keyof Settings>(key: K): [Settings[K], (value: Settings[K]) => void] {
  return [useShown().values[key], (value) => change({ [key]: value } as Pick<Settings, K>)]
}

/** What is wrong with the settings as a whole. */
export function useSettingsFault(): Pick<Shown, 'isUnsaved' | 'setAside'> {
  return useShown()
}

function change(change: SettingsChange): void {
  show({ ...shown, values: { ...shown.values, ...change } as Settings })
  void window.warehouse.changeSettings(change).then(({ ok }) => {
    if (shown.isUnsaved === ok) show({ ...shown, isUnsaved: !ok })
  })
}

function show(state: Shown): void {
  shown = state
  for (const listener of listeners) listener()
}

const useShown = (): Shown => useSyncExternalStore(subscribe, () => shown)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
