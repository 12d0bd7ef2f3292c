import { Camera, ImagePlus } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { isTable } from '../isTable.ts'
import { CameraDialog } from './CameraDialog.tsx'
import { PhotoList } from './PhotoList.tsx'
import styles from './Photos.module.css'
import { usePhotos } from './usePhotos.ts'

type Props = { photos: readonly string[]; onChange: (photos: readonly string[]) => void }

/** Photos of what is entered: chosen, dropped anywhere, pasted, or taken with a camera where there is one. */
export function PhotoField({ photos, onChange }: Props) {
  const { t } = useTranslation()
  const { isBusy, problem, add } = usePhotos(photos, onChange)
  const [isCameraOpen, setCameraOpen] = useState(false)
  const hasCamera = useHasCamera()
  useDroppedAndPasted(add)
  return (
    <div className={styles.field}>
      <div className={styles.actions}>
        <FileTrigger acceptedFileTypes={['image/*']} allowsMultiple onSelect={(files) => add([...(files ?? [])])}>
          <Button kind="quiet" isPending={isBusy}>
            <ImagePlus size={16} aria-hidden />
            {t('photos.add')}
          </Button>
        </FileTrigger>
        {hasCamera && (
          <Button kind="quiet" isDisabled={isBusy} onPress={() => setCameraOpen(true)}>
            <Camera size={16} aria-hidden />
            {t('photos.camera')}
          </Button>
        )}
        <PhotoList photos={photos} onRemove={(photo) => onChange(photos.filter((other) => other !== photo))} />
      </div>
      {problem !== null && <Alert tone="bad">{problem}</Alert>}
      {isCameraOpen && <CameraDialog onTaken={(photo) => add([photo])} onClose={() => setCameraOpen(false)} />}
    </div>
  )
}

function useDroppedAndPasted(add: (files: readonly Blob[]) => void): void {
  const take = useEffectEvent((event: Event, data: DataTransfer | null) => {
    const files = [...(data?.files ?? [])].filter((file) => !isTable(file)) // which is for the import
    if (files.length === 0) return // or a text
    event.preventDefault()
    add(files)
  })
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('paste', (event) => take(event, event.clipboardData), { signal })
    // Before the window's own listener, which takes what is left for the import.
    document.addEventListener('drop', (event) => take(event, event.dataTransfer), { signal })
    document.addEventListener(
      'dragover',
      (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault(),
      {
        signal,
      },
    )
    return () => listening.abort()
  }, [])
}

function useHasCamera(): boolean {
  const [hasCamera, setHasCamera] = useState(false)
  useEffect(() => {
    const look = async () => {
      const devices = await navigator.mediaDevices.enumerateDevices().catch(() => [])
      setHasCamera(devices.some(({ kind }) => kind === 'videoinput'))
    }
    void look()
    navigator.mediaDevices.addEventListener('devicechange', look)
    return () => navigator.mediaDevices.removeEventListener('devicechange', look)
  }, [])
  return hasCamera
}
