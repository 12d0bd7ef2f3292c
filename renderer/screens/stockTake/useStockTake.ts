import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import type { Done } from '../../warehouse/EntryDone.tsx'
import { type Screen, useNavigationTarget } from '../../warehouse/navigation.ts'
import { failureOf } from '../../warehouse/unwrap.ts'
import { findBatch } from './findBatch.ts'

type Shown = {
  readonly batchRef: string | null
  /** What was confirmed last, until another batch is opened. */
  readonly done: Done | null
  /** Grows each time that a batch is opened, also the same one again: then its first field gets the focus. */
  readonly opened: number
}
type Note = { readonly tone: 'plain' | 'bad'; readonly text: string }

/** Which batch is open, and what opens another: a scan on any screen, a text and Enter, a row of a list. */
export function useStockTake(scanField: RefObject<HTMLInputElement | null>) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Shown>({ batchRef: null, done: null, opened: 0 })
  const [text, setText] = useState('')
  const [note, setNote] = useState<Note | null>(null)
  const unconfirmed = useRef<string | null>(null)
  const lookups = useRef(Promise.resolve()) // one after the other, so that no scan overtakes or drops another
  const show = (batchRef: string | null, done: Done | null = null) => {
    setShown(({ opened }) => ({ batchRef, done, opened: opened + 1 }))
    setText('')
    setNote(null)
    if (batchRef === null) scanField.current?.focus()
  }
  const refuse = (reason: string) => setNote({ tone: 'bad', text: reason })
  const lookUp = async (text: string, match: 'whole' | 'part', onOpened?: () => void) => {
    const found = await findBatch(text, match).catch((error: Error) => error)
    if (found instanceof Error) return refuse(failureText(failureOf(found), t))
    if (typeof found === 'string') {
      setText(text)
      return refuse(t(found === 'none' ? 'stockTake.notFound' : 'stockTake.several', { text }))
    }
    if (unconfirmed.current !== null && unconfirmed.current !== found.ref)
      return refuse(t('stockTake.notOpened', { text: found.ref, ref: unconfirmed.current }))
    show(found.ref)
    onOpened?.()
  }
  const openText = (...lookup: Parameters<typeof lookUp>) => {
    lookups.current = lookups.current.then(() => lookUp(...lookup))
  }
  const openScan = (code: string, from: Screen) =>
    openText(code, 'whole', () => {
      if (from === 'stockTake') return
      setNote({ tone: 'plain', text: t('stockTake.openedFrom', { text: code, screen: t(`nav.${from}`) }) })
    })
  useNavigationTarget('stockTake', ({ batchRef, scan }) => {
    if (batchRef) show(batchRef)
    if (scan) openScan(scan.code, scan.from)
  })
  const changeText = (changed: string) => {
    setText(changed)
    setNote(null)
  }
  return { ...shown, text, changeText, note, show, openText, unconfirmed }
}

/** Marks the batch as having an entry that is not confirmed, for as long as that is so and its form is shown. */
export function useUnconfirmed(unconfirmed: RefObject<string | null>, ref: string, isEntered: boolean): void {
  useEffect(() => {
    if (!isEntered) return
    unconfirmed.current = ref
    return () => {
      unconfirmed.current = null
    }
  }, [unconfirmed, ref, isEntered])
}
