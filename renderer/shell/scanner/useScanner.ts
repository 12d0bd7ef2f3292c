import { useEffect, useEffectEvent } from 'react'
import { setting } from '../../warehouse/settings.ts'
import { HeldKeys } from './heldKeys.ts'
import { ScanDetector, type ScannerSettings } from './scanDetector.ts'
import { isTextBox, TypedText } from './typedText.ts'

const scannerSettings = (): ScannerSettings => ({
  gap: Number(setting('scanGap')),
  prefix: setting('scanPrefix'),
  suffix: setting('scanSuffix'),
})

/**
 * Calls `onScan` with the code of each scan, wherever the focus is, and whether it repeats the one right before. A scanner types like a keyboard, so its keys are caught
 * before any control sees them; what it typed into a field is put back as it was, and its Enter presses nothing.
 */
export function useScanner(onScan: (code: string, isRepeat: boolean) => void): void {
  const report = useEffectEvent(onScan)
  useEffect(() => {
    const detector = new ScanDetector(scannerSettings)
    const held = new HeldKeys(() => scannerSettings().gap)
    const typed = new TypedText()
    let last: KeyboardEvent | null = null
    const onKeyDown = (event: KeyboardEvent) => {
      const isPassedOn = last !== null && last.eventPhase !== Event.NONE // by a control that is told of the other
      if (isPassedOn) return
      last = event
      if (held.isPressedAgain(event)) return
      const step = detector.press(event)
      if (step.kind === 'modifier') return
      if (step.kind === 'scan' || step.kind === 'tail') {
        event.preventDefault()
        event.stopImmediatePropagation()
        held.drop()
        typed.putBack()
        if (step.kind === 'scan') report(step.code, step.isRepeat)
        return
      }
      if (step.kind !== 'next') {
        held.release()
        typed.forget()
      }
      if (step.kind !== 'other' && isHeldBack(event, step.kind)) held.hold(event)
    }
    const onBeforeInput = (event: Event) => typed.remember(event.target)
    window.addEventListener('keydown', onKeyDown, true)
    window.addEventListener('beforeinput', onBeforeInput, true)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('beforeinput', onBeforeInput, true)
    }
  }, [])
}

/** Text boxes are put back instead, but for keys that are commands there. Space presses a button: only a scan has it among other characters. */
function isHeldBack({ target, key, ctrlKey }: KeyboardEvent, kind: 'first' | 'next'): boolean {
  if (isTextBox(target)) return target.dataset['commands']?.includes(key) ?? false
  if (target === document.body || ctrlKey) return false
  return kind === 'next' || key !== ' '
}
