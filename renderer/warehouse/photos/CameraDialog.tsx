import { Camera } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import styles from './Photos.module.css'

type Props = { onTaken: (photo: Blob) => void; onClose: () => void }

const wanted = { video: { facingMode: 'environment', width: { ideal: 1600 }, height: { ideal: 1200 } } } // the one at the back

/** What the camera sees, until a photo is taken. */
export function CameraDialog({ onTaken, onClose }: Props) {
  const { t } = useTranslation()
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'starting' | 'ready' | 'failed'>('starting')
  useEffect(() => {
    const stream = navigator.mediaDevices.getUserMedia(wanted)
    stream
      .then((stream) => {
        if (video.current) video.current.srcObject = stream
      })
      .catch(() => setState('failed'))
    return () => {
      const stop = (stream: MediaStream) => {
        for (const track of stream.getTracks()) track.stop()
      }
      stream.then(stop, () => {}) // one that could not be opened
    }
  }, [])
  const take = async () => {
    const { videoWidth, videoHeight } = video.current!
    const canvas = new OffscreenCanvas(videoWidth, videoHeight)
    canvas.getContext('2d')!.drawImage(video.current!, 0, 0)
    onTaken(await canvas.convertToBlob({ type: 'image/png' }))
    onClose()
  }
  return (
    <Modal title={t('photos.camera')} onClose={onClose}>
      {state === 'failed' ? (
        <Alert tone="bad">{t('photos.cameraFailed')}</Alert>
      ) : (
        <video ref={video} className={styles.large} autoPlay muted playsInline onPlaying={() => setState('ready')} />
      )}
      <div>
        <Button
          kind="primary"
          autoFocus
          isDisabled={state === 'failed'}
          isPending={state === 'starting'}
          onPress={take}
        >
          <Camera size={16} aria-hidden />
          {t('photos.take')}
        </Button>
      </div>
    </Modal>
  )
}
