import { Image } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToldEvent } from '../../../electron/contract.ts'
import { Modal } from '../../ui/Modal.tsx'
import { PhotoList } from './PhotoList.tsx'
import styles from './Photos.module.css'
import { photosOf } from './photosOf.ts'

/** In a row of a list: how many photos the event has, and on a click all of them. Nothing when it has none. */
export function EntryPhotos({ event, isActive }: { event: ToldEvent; isActive: boolean }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const photos = photosOf(event)
  if (photos.length === 0) return null
  const text = t('photos.count', { count: photos.length })
  return (
    <>
      <button
        type="button"
        className={styles.count}
        aria-label={text}
        title={text}
        tabIndex={isActive ? 0 : -1}
        onClick={(event) => {
          event.stopPropagation() // a click on the row does something else
          setOpen(true)
        }}
      >
        <Image size={14} aria-hidden /> {photos.length}
      </button>
      {isOpen && (
        <Modal title={t('photos.title')} onClose={() => setOpen(false)}>
          <PhotoList photos={photos} />
        </Modal>
      )}
    </>
  )
}
