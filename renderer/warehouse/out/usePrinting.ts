import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { failureOf, unwrap } from '../unwrap.ts'
import { paperIsDrawn } from './Paper.tsx'

/** Of paper, in mm. */
type Size = { readonly width: number; readonly height: number }

type Note = { readonly tone: 'good' | 'bad'; readonly text: string }

/** Prints what stands on the paper, or saves it as a PDF, and says what came of it. `onDone`: whatever came of it. */
export function usePrinting() {
  const { t } = useTranslation()
  const [note, setNote] = useState<Note | null>(null)
  const job = useMutation({
    mutationFn: async (run: () => Promise<Note | null>) => {
      await paperIsDrawn()
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
    forget: () => setNote(null),
    /** `margins`: none, or those that the page itself says. */
    print: (size: Size, margins: 'none' | 'page' = 'none', onDone = () => {}) =>
      job.mutate(async () => {
        const result = await unwrap(window.warehouse.print({ ...size, margins })).finally(onDone)
        if (result === 'cancelled') return null
        return { tone: result === 'printed' ? 'good' : 'bad', text: t(`labels.${result}`) }
      }),
    savePdf: (name: string, onDone = () => {}) =>
      job.mutate(async () => {
        const saved = await unwrap(window.warehouse.savePdf(name)).finally(onDone)
        return saved === null ? null : { tone: 'good', text: t('labels.saved', { name: saved }) }
      }),
  }
}
