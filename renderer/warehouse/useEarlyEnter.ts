import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Outcome } from '../../electron/contract.ts'
import { lineChangesOf } from './lineChanges.ts'
import type { Draft } from './useDraft.ts'

/**
 * An Enter on the button that confirms, before it is known what that would do, waits until it is. When no order line is
 * affected, it confirms; else the person has to see the lines first, and to press Enter again.
 */
export function useEarlyEnter(draft: Draft, send: () => Promise<void>) {
  const waits = useRef(false)
  const [unseen, setUnseen] = useState<Outcome | null>(null)
  const { preview, settling } = draft
  const onSettled = useEffectEvent(() => {
    waits.current = false
    if (!preview) return
    if (lineChangesOf(preview).length > 0) setUnseen(preview)
    else void send()
  })
  useEffect(() => {
    if (!settling && waits.current) onSettled()
  }, [settling])
  return {
    /** For every key in the form; any other one takes the Enter back. */
    onKeyDown: ({ key, target, nativeEvent }: KeyboardEvent) => {
      const isButton = (target as Element).closest('[data-confirms]') !== null
      waits.current = settling && key === 'Enter' && isButton && !nativeEvent.repeat
    },
    /** An Enter came too early for this preview. */
    isUnseen: unseen !== null && unseen === preview && !settling,
  }
}
