import { useMutation } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure, MessageInput, Outcome } from '../../electron/contract.ts'
import { failureText, problemText } from '../i18n/failureText.ts'
import { usePreview } from './queries.ts'
import { failureOf, unwrap } from './unwrap.ts'

const PAUSE = 20 // milliseconds after the last change before a preview is requested

export type Draft = {
  /** The outcome that confirming would have; undefined while that is unknown, or when it would be refused. */
  readonly preview: Outcome | undefined
  /** `preview` does not belong to the present input yet. */
  readonly settling: boolean
  /** What is wrong with a field. Empty fields are reported only after the person tried to confirm. */
  readonly errorOf: (field: string) => string | undefined
  /** A failure that belongs to no single field. */
  readonly otherError: string | undefined
  /** Why confirming was refused, or would be. */
  readonly failures: readonly Failure[]
  readonly confirming: boolean
  /** Resolves to the outcome and the message's id; undefined: it was refused, and nothing was written. */
  readonly confirm: () => Promise<{ outcome: Outcome; id: string } | undefined>
}

/** `previewed`: what the preview is of. */
export type MessageDraft = Draft & { readonly previewed: MessageInput }

/** The field at which a refusal by the domain is shown. */
const fieldOf: Partial<Record<Failure['code'], string>> = {
  NotEnoughStock: 'qty',
  NothingLeft: 'qty',
  UnknownBatch: 'ref',
  DuplicateBatch: 'ref',
  DuplicateSheet: 'sheet',
  InvalidSku: 'sku',
  LineConflict: 'line',
}

/** The input so far: of a type, but with fields that may be missing or wrong. */
type Value = string | number | boolean | null | undefined | readonly string[]
type Written = { readonly type: MessageInput['type'] } & Readonly<Record<string, Value>>

type Options = {
  /** The message with other values for fields that may be empty and do not change the preview. */
  readonly previewed?: Written
  /** A field that is empty, and that people here must fill in although the core does not ask for it. */
  readonly missing?: string | undefined
}

/** A message that a person is entering: previewed at each change, and handled once however often it is confirmed. */
export function useDraft(message: Written, { previewed = message, missing }: Options = {}): MessageDraft {
  const { t } = useTranslation()
  const text = JSON.stringify(message)
  const previewText = JSON.stringify(previewed)
  const settled = useSettled(previewText)
  const [tried, setTried] = useState(false)
  const settledMessage: MessageInput = JSON.parse(settled)
  const preview = usePreview(settledMessage)
  const idFor = useIds()
  const sending = useMutation({
    mutationFn: async (text: string) => {
      const id = idFor(text)
      return { outcome: await unwrap(window.warehouse.handle(JSON.parse(text), id)), id }
    },
    onSuccess: () => idFor(null),
    networkMode: 'always',
  })
  const refused = sending.variables === text ? sending.error : null
  // Both are needed: the preview has no failures of fields that `previewed` fills in, a refusal none that come after them.
  const failures = [refused, preview.error].filter((error) => error !== null).map(failureOf)
  return {
    preview: preview.error ? undefined : preview.data,
    previewed: settledMessage,
    settling: settled !== previewText || preview.isPlaceholderData || preview.isPending,
    errorOf: (field) =>
      tried && field === missing
        ? problemText({ field, problem: 'missing' }, t)
        : failures.map((failure) => problemWith(field, failure, { tried, t })).find(Boolean),
    otherError: failures
      .filter((failure) => isOfNoField(failure, message))
      .map((failure) => failureText(failure, t))[0],
    failures,
    confirming: sending.isPending,
    confirm: async () => {
      setTried(true)
      if (missing !== undefined) return undefined
      const done = await sending.mutateAsync(text).catch(() => undefined)
      if (done) setTried(false)
      return done
    },
  }
}

/** undefined: the field is right. */
function problemWith(
  field: string,
  failure: Failure,
  { tried, t }: { tried: boolean; t: TFunction },
): string | undefined {
  if (failure.code !== 'InvalidMessage') return fieldOf[failure.code] === field ? failureText(failure, t) : undefined
  const found = failure.details.problems.find((problem) => problem.field === field)
  const empty = found?.problem === 'missing' || found?.problem === 'empty'
  return found && (tried || !empty) ? problemText(found, t) : undefined
}

/** No person enters the field that is wrong. */
function isOfNoField(failure: Failure, message: Written): boolean {
  if (failure.code === 'InvalidMessage') return failure.details.problems.some(({ field }) => field === 'undoes')
  const field = fieldOf[failure.code]
  return field === undefined || !Object.hasOwn(message, field)
}

/** The value, once it has not changed for `PAUSE`. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** The same id for the same text, so that a repeated send is handled once; null: the next text gets a new id. */
function useIds(): (text: string | null) => string {
  const last = useRef<{ text: string | null; id: string }>({ text: null, id: '' })
  return (text) => {
    if (text === null || last.current.text !== text) last.current = { text, id: crypto.randomUUID() }
    return last.current.id
  }
}
