import { useEffect } from 'react'
import { type Screen, screens } from '../warehouse/navigation.ts'
import { person } from '../warehouse/settings.ts'
import { firstScreen } from './firstScreen.ts'

const KEY = 'screen'

/** That of this window before it was loaded again; that of a window of the last time, whose place this one has; or the person's workplace. */
export function screenAtFirst(): Screen {
  const shown = sessionStorage.getItem(KEY) ?? new URLSearchParams(location.search).get(KEY)
  return screens.find((screen) => screen === shown) ?? firstScreen(person())
}

/** Has the window named after its screen, and that remembered. */
export function useShownScreen(screen: Screen): void {
  useEffect(() => {
    sessionStorage.setItem(KEY, screen)
    void window.warehouse.showsScreen(screen)
  }, [screen])
}
