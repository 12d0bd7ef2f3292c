import { useSyncExternalStore } from 'react'

/** The token `--row`, in pixels, which depends on the density that is set at the root element. */
export const useRowHeight = (): number => useSyncExternalStore(subscribe, current)

let known: number | null = null
const current = (): number => {
  known ??= Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row'))
  return known
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(() => {
    known = null
    listener()
  })
  observer.observe(document.documentElement, { attributeFilter: ['data-density'] })
  return () => observer.disconnect()
}
