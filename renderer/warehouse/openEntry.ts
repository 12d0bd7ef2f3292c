import { createContext, type RefObject, useContext, useEffect } from 'react'

/** What is entered in the form that is shown. */
export type OpenEntry = {
  /** It is being confirmed, or what it would change is not known yet. */
  readonly isBusy: boolean
  /** What it would change is known. */
  readonly isValid: boolean
  /** As its button does. Resolves to whether it was confirmed. */
  readonly confirm: () => Promise<boolean>
}

/** Where the form below leaves its entry, so that something else than its button can confirm it; null: nothing else does. */
export const OpenEntryContext = createContext<RefObject<OpenEntry | null> | null>(null)

export function useOpenEntry(entry: OpenEntry): void {
  const place = useContext(OpenEntryContext)
  useEffect(() => {
    if (!place) return
    place.current = entry
    return () => {
      place.current = null
    }
  })
}
