import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { failureOf, unwrap } from '../unwrap.ts'
import { PhotoRefused, scalePhoto } from './scalePhoto.ts'

const MOST_PHOTOS = 8 // of one message

/** Scales and keeps pictures, one after the other. What is wrong with one is said, and keeps none of the others from being added. */
export function usePhotos(photos: readonly string[], onChange: (photos: readonly string[]) => void) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const textOf = (error: unknown) =>
    error instanceof PhotoRefused ? t(`photos.refused.${error.reason}`) : failureText(failureOf(error as Error), t)
  const add = async (files: readonly Blob[]) => {
    if (files.length === 0 || isBusy) return
    setBusy(true)
    setProblem(files.length + photos.length > MOST_PHOTOS ? t('photos.tooMany', { most: MOST_PHOTOS }) : null)
    const kept = new Set(photos)
    for (const file of files) {
      if (kept.size === MOST_PHOTOS) break
      try {
        kept.add(await unwrap(window.warehouse.keepPhoto(await scalePhoto(file))))
      } catch (error) {
        setProblem(textOf(error))
      }
    }
    if (kept.size > photos.length) onChange([...kept])
    setBusy(false)
  }
  return { isBusy, problem, add }
}
