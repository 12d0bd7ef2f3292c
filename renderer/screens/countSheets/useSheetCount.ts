import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageInput, SheetLineRow } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { quantityOf } from '../../warehouse/quantityOf.ts'
import { findBatch } from '../../warehouse/scans/findBatch.ts'
import { type ScanResult, wasOpened } from '../../warehouse/scans/scan.ts'
import { conclude, useQueuedScans } from '../../warehouse/scans/scans.ts'
import { person, setting } from '../../warehouse/settings.ts'
import { play } from '../../warehouse/sounds.ts'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import { useKept } from '../../warehouse/useKept.ts'

/** `add`: a batch that could be put on the sheet. */
type Note = { readonly tone: 'good' | 'bad'; readonly text: string; readonly add?: string }
/** What is counted now. `id`: of the message that confirms it, made once for each quantity. */
type Entry = { readonly line: SheetLineRow; readonly qty: string; readonly id: string }

/**
 * Which batch of the sheet is counted, and how many there are. A scan opens the next one, and confirms nothing silently.
 * What is typed is kept for its person only, since another one is to count without knowing it.
 */
export function useSheetCount(sheet: string, scanField: RefObject<HTMLInputElement | null>) {
  const { t } = useTranslation()
  const [{ entry }, keep] = useKept<{ entry: Entry | null }>(`count ${JSON.stringify([person(), sheet])}`, {
    entry: null,
  })
  const [opened, setOpened] = useState(0)
  const [text, setText] = useState('')
  const [note, setNote] = useState<Note | null>(null)
  const [error, setError] = useState<string>()
  const [isAdding, setAdding] = useState(false)
  // What scans see that wait for each other.
  const now = useRef({ entry, isAdding })
  now.current = { entry, isAdding }
  const turns = useRef<Promise<unknown>>(Promise.resolve())
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turns.current.then(work)
    turns.current = done.catch(() => {})
    return done
  }
  const change = (next: Entry | null) => {
    now.current.entry = next
    keep({ entry: next })
    setError(undefined)
  }
  const show = (line: SheetLineRow, said: Note | null = null) => {
    change({ line, qty: '', id: crypto.randomUUID() })
    setText('')
    setNote(said)
    setOpened((before) => before + 1)
  }
  const leave = () => {
    change(null)
    scanField.current?.focus()
  }
  const refuse = (text: string, add?: string) => {
    setNote({ tone: 'bad', text, ...(add !== undefined && { add }) })
    play('notFound')
  }
  const failed = (error: Error) => failureText(failureOf(error), t)

  /** Returns what was confirmed; null: it was refused. */
  const send = async (): Promise<string | null> => {
    const counted = now.current.entry
    if (!counted) return null
    const { line, qty, id } = counted
    const message = { type: 'SheetLineCounted', sheet, ref: line.ref, qty: quantityOf(qty) } as MessageInput
    try {
      await unwrap(window.warehouse.handle(message, id))
    } catch (error) {
      setError(failed(error as Error))
      return null
    }
    play('confirmed')
    const said = t('countSheets.done', { ref: line.ref, qty })
    change(null)
    setNote({ tone: 'good', text: said })
    return said
  }
  const confirm = () => inTurn(async () => ((await send()) === null ? undefined : scanField.current?.focus()))

  const put = (ref: string) =>
    unwrap(window.warehouse.handle({ type: 'SheetLinesAdded', sheet, refs: [ref] }, crypto.randomUUID()))
  const add = (ref: string) =>
    inTurn(async () => {
      await put(ref)
      show((await lineOf(sheet, ref))!)
    }).catch((error: Error) => refuse(failed(error)))

  const open = async (code: string, match: 'whole' | 'part', mayConfirm: boolean): Promise<ScanResult> => {
    const found = await findBatch(code, match)
    if (typeof found === 'string') {
      setText(code)
      refuse(t(found === 'none' ? 'stockTake.notFound' : 'stockTake.several', { text: code }))
      return { kind: found === 'none' ? 'notFound' : 'several' }
    }
    const { ref } = found.batch
    const inTheWay = now.current.entry
    if (inTheWay?.line.ref === ref) return { kind: 'opened', ref }
    const isEntered = inTheWay !== null && inTheWay.qty.trim() !== ''
    const said = isEntered && mayConfirm ? await send() : null
    if (isEntered && said === null) {
      refuse(t('countSheets.notOpened', { next: ref, ref: inTheWay.line.ref }))
      return { kind: 'unconfirmed', ref: inTheWay.line.ref }
    }
    if (now.current.isAdding) await put(ref)
    const line = await lineOf(sheet, ref)
    if (!line) {
      refuse(t('countSheets.notOnSheet', { ref }), ref)
      return { kind: 'notFound' }
    }
    play('found')
    show(line, said ? { tone: 'good', text: said } : null)
    return inTheWay && said
      ? { kind: 'confirmedAndOpened', ref, confirmed: inTheWay.line.ref }
      : { kind: 'opened', ref }
  }
  const tryToOpen = (...args: Parameters<typeof open>) =>
    inTurn(() =>
      open(...args).catch((error: Error): ScanResult => {
        refuse(failed(error))
        return { kind: 'failed' }
      }),
    )

  useQueuedScans('countSheets', (scan) => {
    void tryToOpen(scan.code, 'whole', setting('scanConfirms')).then((result) => {
      conclude(scan, result)
      // A quantity that is not confirmed keeps the focus.
      if (!wasOpened(result) && result.kind !== 'unconfirmed') scanField.current?.focus()
    })
  })
  return {
    ...{ line: entry?.line ?? null, qty: entry?.qty ?? '', opened, text, note, error, isAdding, setAdding },
    ...{ confirm, add, leave },
    changeText: (changed: string) => {
      setText(changed)
      setNote(null)
    },
    changeQty: (qty: string) => entry && change({ ...entry, qty, id: crypto.randomUUID() }),
    openText: (text: string) => tryToOpen(text, 'part', false),
    openLine: (line: SheetLineRow) => tryToOpen(line.ref, 'whole', false),
  }
}

async function lineOf(sheet: string, ref: string): Promise<SheetLineRow | undefined> {
  return (await unwrap(window.warehouse.view('sheetLines', { sheet, ref, limit: 1 }))).rows[0]
}
