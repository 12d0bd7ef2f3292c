import { useSyncExternalStore } from 'react'
import { today } from './overdue.ts'

const MINUTE = 60_000 // milliseconds

/** `YYYY-MM-DD`, where the person is: another one after midnight, also when the computer slept through it. */
export const useToday = (): string => useSyncExternalStore(eachMinute, today)

function eachMinute(look: () => void): () => void {
  const timer = setInterval(look, MINUTE)
  window.addEventListener('focus', look)
  return () => {
    clearInterval(timer)
    window.removeEventListener('focus', look)
  }
}
