import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure, ListAnswer } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { together } from '../../warehouse/together.ts'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import type { Draft } from '../../warehouse/useDraft.ts'
import type { StockEntry } from './session.ts'

/** An entry that cannot be taken back, and why. */
type Refused = { readonly entry: StockEntry; readonly refusal: Failure }

/** Taking back all of these entries, which are in order, the last one first: previewed and done as one. */
export function useTakeBack(entries: readonly StockEntry[]) {
  const { t } = useTranslation()
  const [list] = useState(() =>
    entries.map(({ seq }) => ({
      message: { type: 'MessageUndone' as const, undoes: seq },
      id: crypto.randomUUID(),
    })),
  )
  const sending = useMutation({
    mutationFn: () => unwrap(window.warehouse.handleAll(list)),
    networkMode: 'always',
  })
  const preview = useQuery({
    queryKey: ['previewAll', list],
    queryFn: () => unwrap(window.warehouse.previewAll(list)),
    gcTime: 0,
    enabled: !sending.isSuccess,
  })
  const failure = sending.error ?? preview.error
  const answers = sending.data ?? preview.data
  const draft: Draft = {
    preview: preview.data && outcomeOf(preview.data),
    settling: preview.isPending,
    errorOf: () => undefined,
    otherError: failure ? failureText(failureOf(failure), t) : undefined,
    failures: failure ? [failureOf(failure)] : [],
    confirming: sending.isPending,
    confirm: async () => {
      const done = await sending.mutateAsync().catch(() => undefined)
      return done && { outcome: outcomeOf(done), id: list[0]!.id }
    },
  }
  return {
    draft,
    /** undefined: it is not done. */
    done: sending.data && outcomeOf(sending.data),
    /** How many can be, or were, taken back. */
    count: answers?.filter(({ outcome }) => outcome !== null).length ?? 0,
    refused:
      answers?.flatMap(({ refusal }, at): Refused[] => (refusal ? [{ entry: entries[at]!, refusal }] : [])) ?? [],
  }
}

const outcomeOf = (answers: readonly ListAnswer[]) => together(answers.flatMap(({ outcome }) => outcome ?? []))
