import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Outcome } from '../../electron/contract.ts'
import { lineChangesOf } from './lineChanges.ts'
import type { Draft } from './useDraft.ts'

const linesOf = (outcome: Outcome | undefined): string => JSON.stringify(outcome ? lineChangesOf(outcome) : [])
const NO_LINES = linesOf(undefined)

/**
 * An Enter on the button that confirms, before it is known what that would do, waits until it is. It confirms when no order
 * line is affected, or those that were shown already; else the person has to see the lines first, and to press Enter again.
 */
export function useEarlyEnter(draft: Draft, send: () => Promise<unknown>) {
  /** The lines that were shown when it came; null: none waits. */
  const waits = useRef<string | null>(null)
  const [unseen, setUnseen] = useState<Outcome | null>(null)
  const { preview, settling } = draft
  const onSettled = useEffectEvent(() => {
    const shown = waits.current
    waits.current = null
    if (!preview) return
    if ([NO_LINES, shown].includes(linesOf(preview))) void send()
    else setUnseen(preview)
  })
  useEffect(() => {
    if (!settling && waits.current !== null) onSettled()
  }, [settling])
  return {
    /** For every key in the form; any other one takes the Enter back. */
    onKeyDown: ({ key, target, nativeEvent }: KeyboardEvent) => {
      const isButton = (target as Element).closest('[data-confirms]') !== null
      const isEarly = settling && key === 'Enter' && isButton && !nativeEvent.repeat
      waits.current = isEarly ? linesOf(preview) : null
    },
    /** An Enter came too early for this preview. */
    isUnseen: unseen !== null && unseen === preview && !settling,
  }
}
