import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { failureOf, unwrap } from '../unwrap.ts'
import { PhotoRefused, scalePhoto } from './scalePhoto.ts'

const MOST_PHOTOS = 8 // of one message

/**
 * Scales and keeps pictures, one after the other, also those that come meanwhile. What is wrong with one is said, and keeps
 * none of the others from being added.
 */
export function usePhotos(photos: readonly string[], onChange: (photos: readonly string[]) => void) {
  const { t } = useTranslation()
  const [waiting, setWaiting] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const now = useRef({ photos, onChange })
  const last = useRef(Promise.resolve())
  useEffect(() => {
    now.current = { photos, onChange }
  })
  const textOf = (error: unknown) =>
    error instanceof PhotoRefused ? t(`photos.refused.${error.reason}`) : failureText(failureOf(error as Error), t)
  const addOne = async (file: Blob) => {
    if (now.current.photos.length === MOST_PHOTOS) return setProblem(t('photos.tooMany', { most: MOST_PHOTOS }))
    try {
      const photo = await unwrap(window.warehouse.keepPhoto(await scalePhoto(file)))
      const { photos, onChange } = now.current
      if (photos.includes(photo)) return
      now.current.photos = [...photos, photo]
      onChange(now.current.photos)
    } catch (error) {
      setProblem(textOf(error))
    }
  }
  const add = (files: readonly Blob[]) => {
    if (waiting === 0) setProblem(null)
    setWaiting((before) => before + files.length)
    for (const file of files)
      last.current = last.current.then(() => addOne(file)).finally(() => setWaiting((before) => before - 1))
  }
  return { isBusy: waiting > 0, problem, add }
}
