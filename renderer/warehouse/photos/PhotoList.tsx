import { ImageOff, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Modal } from '../../ui/Modal.tsx'
import styles from './Photos.module.css'

type Props = {
  /** Their hashes. */
  photos: readonly string[]
  /** Called with the hash; undefined: none can be removed. */
  onRemove?: (photo: string) => void
}

const addressOf = (photo: string) => `/photos/${photo}.jpg`

/** Photos as small pictures, each of which opens large. One whose file is gone says so. */
export function PhotoList({ photos, onRemove }: Props) {
  const { t } = useTranslation()
  const [missing, setMissing] = useState<readonly string[]>([])
  const [shown, setShown] = useState<number | null>(null)
  if (photos.length === 0) return null
  return (
    <ul className={styles.photos} aria-label={t('photos.title')}>
      {photos.map((photo, at) => (
        <li key={photo}>
          {missing.includes(photo) ? (
            <span className={styles.missing}>
              <ImageOff size={16} aria-hidden /> {t('photos.missing')}
            </span>
          ) : (
            <Button
              className={styles.photo!}
              aria-label={t('photos.open', { number: at + 1 })}
              onPress={() => setShown(at)}
            >
              <img src={addressOf(photo)} alt="" onError={() => setMissing((before) => [...before, photo])} />
            </Button>
          )}
          {onRemove && (
            <Button
              className={styles.remove!}
              aria-label={t('photos.remove', { number: at + 1 })}
              onPress={() => onRemove(photo)}
            >
              <X size={14} aria-hidden />
            </Button>
          )}
        </li>
      ))}
      {shown !== null && (
        <Modal title={t('photos.one', { number: shown + 1 })} onClose={() => setShown(null)}>
          <img className={styles.large} src={addressOf(photos[shown]!)} alt={t('photos.one', { number: shown + 1 })} />
        </Modal>
      )}
    </ul>
  )
}
