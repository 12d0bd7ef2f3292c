import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { failureOf, unwrap } from '../unwrap.ts'
import { sheetIsDrawn } from './LabelSheet.tsx'
import type { Size } from './labelSettings.ts'

type Note = { readonly tone: 'good' | 'bad'; readonly text: string }

/** Prints what stands on the sheet, or saves it as a PDF, and says what came of it. */
export function usePrinting() {
  const { t } = useTranslation()
  const [note, setNote] = useState<Note | null>(null)
  const job = useMutation({
    mutationFn: async (run: () => Promise<Note | null>) => {
      await sheetIsDrawn()
      return run()
    },
    onMutate: () => setNote(null),
    onSuccess: setNote,
    onError: (error) => setNote({ tone: 'bad', text: failureText(failureOf(error), t) }),
    networkMode: 'always',
  })
  return {
    note,
    isBusy: job.isPending,
    print: (size: Size) =>
      job.mutate(async () => {
        const result = await unwrap(window.warehouse.print(size))
        if (result === 'cancelled') return null
        return { tone: result === 'printed' ? 'good' : 'bad', text: t(`labels.${result}`) }
      }),
    savePdf: (name: string) =>
      job.mutate(async () => {
        const saved = await unwrap(window.warehouse.savePdf(name))
        return saved === null ? null : { tone: 'good', text: t('labels.saved', { name: saved }) }
      }),
  }
}
