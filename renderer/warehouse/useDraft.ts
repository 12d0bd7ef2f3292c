import { useMutation } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure, MessageInput, Outcome } from '../../electron/contract.ts'
import { failureText, problemText } from '../i18n/failureText.ts'
import { usePreview } from './queries.ts'
import { failureOf, unwrap } from './unwrap.ts'

const PAUSE = 100 // milliseconds without a key before a preview is worked out

export type Draft = {
  /** What confirming would come to; undefined before that is known, or when it cannot be told. */
  readonly preview: Outcome | undefined
  /** `preview` is of what was entered a moment ago. */
  readonly settling: boolean
  /** What is wrong with a field; nothing is said of one that is empty before the person tried to confirm. */
  readonly errorOf: (field: string) => string | undefined
  /** What is wrong with no one field. */
  readonly otherError: string | undefined
  /** Why it was refused, or would be. */
  readonly failures: readonly Failure[]
  readonly confirming: boolean
  /** Answers what it came to, with the id that it was sent under; undefined: it was refused, and all is as it was. */
  readonly confirm: () => Promise<{ outcome: Outcome; id: string } | undefined>
}

/** The field that a refusal by the domain speaks of. */
const fieldOf: Partial<Record<Failure['code'], string>> = {
  NotEnoughStock: 'qty',
  UnknownBatch: 'ref',
  DuplicateBatch: 'ref',
  InvalidSku: 'sku',
  LineConflict: 'line',
}

/** What a person has entered so far: of a type, but with fields that may be missing or wrong. */
type Written = { readonly type: MessageInput['type'] } & Readonly<Record<string, string | number | null | undefined>>

/**
 * A message that a person is writing: previewed at each change, and done once however often it is confirmed.
 * `previewed` may fill in what is missing yet, when that changes nothing of what is seen.
 */
export function useDraft(message: Written, previewed: Written = message): Draft {
  const { t } = useTranslation()
  const text = JSON.stringify(message)
  const previewText = JSON.stringify(previewed)
  const settled = useSettled(previewText)
  const [tried, setTried] = useState(false)
  const preview = usePreview(JSON.parse(settled))
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
  // Either may know of what the other does not: the preview fills in what is missing, and sending looks at that first.
  const failures = [refused, preview.error].filter((error) => error !== null).map(failureOf)
  return {
    preview: preview.error ? undefined : preview.data,
    settling: settled !== previewText || preview.isPlaceholderData,
    errorOf: (field) => failures.map((failure) => problemWith(field, failure, { tried, t })).find(Boolean),
    otherError: failures.filter(isOfNoField).map((failure) => failureText(failure, t))[0],
    failures,
    confirming: sending.isPending,
    confirm: async () => {
      setTried(true)
      const done = await sending.mutateAsync(text).catch(() => undefined)
      if (done) setTried(false)
      return done
    },
  }
}

/** undefined: nothing is. */
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

const isOfNoField = ({ code }: Failure): boolean => code !== 'InvalidMessage' && !fieldOf[code]

/** The value once it has stayed the same for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** The same id for the same text, so that sending it again does nothing twice; null: the next text is a new one. */
function useIds(): (text: string | null) => string {
  const last = useRef<{ text: string | null; id: string }>({ text: null, id: '' })
  return (text) => {
    if (text === null || last.current.text !== text) last.current = { text, id: crypto.randomUUID() }
    return last.current.id
  }
}
