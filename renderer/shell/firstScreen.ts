import { keepStored, readStored } from '../ui/useStored.ts'
import type { Screen } from '../warehouse/navigation.ts'
import { person } from '../warehouse/settings.ts'

/** The workplaces: what the stock-taker and what the manager begin with. */
type FirstScreen = Extract<Screen, 'stockTake' | 'today'>

const KEY = 'firstScreens'
const none: Readonly<Record<string, FirstScreen>> = {}

/** The workplace that the operator chose last in the navigation. */
export const firstScreen = (operator: string): FirstScreen => readStored(KEY, none)[operator] ?? 'stockTake'

/** Kept for whoever works here, if it is a workplace. */
export function keepFirstScreen(screen: Screen): void {
  if (screen !== 'today' && screen !== 'stockTake') return
  keepStored(KEY, { ...readStored(KEY, none), [person()]: screen })
}
