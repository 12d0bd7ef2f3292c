import { useSyncExternalStore } from 'react'

/** The token `--row`, in pixels, which depends on the density that is set at the root element. */
export const useRowHeight = (): number => useSyncExternalStore(subscribe, current)

const known: { density: string | undefined; height: number } = { density: undefined, height: 0 }
const current = (): number => {
  const { density } = document.documentElement.dataset
  if (known.height === 0 || known.density !== density) {
    const height = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row'))
    Object.assign(known, { density, height })
  }
  return known.height
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-density'] })
  return () => observer.disconnect()
}
