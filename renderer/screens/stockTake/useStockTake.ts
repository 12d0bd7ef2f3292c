import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import type { Done } from '../../warehouse/EntryDone.tsx'
import type { OpenEntry } from '../../warehouse/openEntry.ts'
import { findBatch } from '../../warehouse/scans/findBatch.ts'
import { type Scan, type ScanResult, wasOpened } from '../../warehouse/scans/scan.ts'
import { conclude, enqueue, useQueuedScans } from '../../warehouse/scans/scans.ts'
import { setting } from '../../warehouse/settings.ts'
import { play } from '../../warehouse/sounds.ts'
import { failureOf } from '../../warehouse/unwrap.ts'
import { makeWay, type Unconfirmed } from './unconfirmed.ts'
import { useEarlyDigits } from './useEarlyDigits.ts'

/** How many units the label of the open batch says there are. A new object for each scan. */
export type LabelCount = { readonly units: string }

type Shown = {
  readonly batchRef: string | null
  /** null: its label does not say, or was not scanned. */
  readonly count: LabelCount | null
  /** What was confirmed last, until another batch is opened. */
  readonly done: Done | null
  /** Grows each time that a batch is opened, also the same one again: then its first field gets the focus. */
  readonly opened: number
}
/** `isUnknown`: of a scan of which nobody knows what it is. */
type Note = { readonly tone: 'good' | 'plain' | 'bad'; readonly text: string; readonly isUnknown?: boolean }

const nothing: Shown = { batchRef: null, count: null, done: null, opened: 0 }

/** Which batch is open, and what opens another: a scan on any screen, a text and Enter, a row of a list. */
export function useStockTake(scanField: RefObject<HTMLInputElement | null>) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(nothing)
  const [text, setText] = useState('')
  const [note, setNote] = useState<Note | null>(null)
  const unconfirmed = useRef<Unconfirmed | null>(null)
  const entry = useRef<OpenEntry | null>(null)
  const lastDone = useRef<Done | null>(null)
  const isShown = useRef(false)
  const lookups = useRef(Promise.resolve()) // one after the other, so that no scan overtakes or drops another
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  const show = (batchRef: string | null, { done = null, count = null }: Partial<Shown> = {}) => {
    setShown(({ opened }) => ({ batchRef, done, count, opened: opened + 1 }))
    setText('')
    setNote(null)
    if (batchRef === null) scanField.current?.focus()
  }
  const finish = (done: Done) => {
    lastDone.current = done
    show(null, { done })
  }
  const refuse = (text: string, isUnknown = false) => setNote({ tone: 'bad', text, isUnknown })
  const open = async (text: string, match: 'whole' | 'part', mayConfirm: boolean): Promise<ScanResult> => {
    const found = await findBatch(text, match).catch((error: Error) => error)
    if (found instanceof Error) {
      refuse(failureText(failureOf(found), t))
      return { kind: 'failed' }
    }
    if (typeof found === 'string') {
      setText(text)
      refuse(t(found === 'none' ? 'stockTake.notFound' : 'stockTake.several', { text }), match === 'whole')
      return { kind: found === 'none' ? 'notFound' : 'several' }
    }
    const { ref } = found.batch
    const way = await makeWay({ ref, isShown, unconfirmed, entry, mayConfirm })
    if (way === 'unconfirmed' || way === 'invalid') {
      const open = unconfirmed.current?.ref ?? ''
      refuse(t(way === 'invalid' ? 'stockTake.notConfirmable' : 'stockTake.notOpened', { text: ref, ref: open }))
      return { kind: 'unconfirmed', ref: open }
    }
    show(ref, { count: found.count === null ? null : { units: found.count } })
    if (way === 'free') return { kind: 'opened', ref }
    setNote({ tone: 'good', text: lastDone.current?.text ?? '' })
    return { kind: 'confirmedAndOpened', ref, confirmed: way.confirmed }
  }
  const early = useEarlyDigits(scanField)
  const inTurn = (open: () => Promise<ScanResult>) => {
    const turn = lookups.current
    lookups.current = early.during(async () => wasOpened(await turn.then(open)))
  }
  useQueuedScans('stockTake', (scan: Scan) =>
    inTurn(async () => {
      const result = await open(scan.code, 'whole', setting('scanConfirms'))
      conclude(scan, result)
      play(wasOpened(result) ? 'found' : 'notFound')
      if (result.kind !== 'opened' || scan.from === 'stockTake') return result
      const from = { text: scan.code, screen: t(`nav.${scan.from}`) }
      setNote({ tone: 'plain', text: t('stockTake.openedFrom', from) })
      return result
    }),
  )
  const changeText = (changed: string) => {
    setText(changed)
    setNote(null)
  }
  return {
    ...shown,
    ...{ text, changeText, note, show, finish, unconfirmed, entry },
    openText: (text: string) => inTurn(() => open(text, 'part', false)),
    openScan: (scan: Scan) => enqueue('stockTake', scan),
  }
}
