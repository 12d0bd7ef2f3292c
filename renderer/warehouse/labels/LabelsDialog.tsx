import { FileDown, Printer } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { CONFIRMS, leadOn } from '../leadOn.ts'
import { usePrinting } from '../out/usePrinting.ts'
import { ChosenBatches } from './ChosenBatches.tsx'
import { Label } from './Label.tsx'
import { LabelFields } from './LabelFields.tsx'
import { LabelSheet } from './LabelSheet.tsx'
import styles from './LabelsDialog.module.css'
import {
  copiesOf,
  isTooFine,
  type Labelled,
  MOST_LABELS,
  type Size,
  sizeOf,
  useLabelSettings,
} from './labelSettings.ts'

type Props = { batches: readonly Labelled[]; onClose: () => void }

const icon = { size: 16, 'aria-hidden': true }

/** Prints labels of the batches: of which of them, in which size, how many, with the label as it will be. */
export function LabelsDialog({ batches, onClose }: Props) {
  const { t } = useTranslation()
  const { settings, set } = useLabelSettings()
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const printing = usePrinting()
  const chosen = batches.filter(({ ref }) => !leftOut.includes(ref))
  const size = sizeOf(settings)
  const copies = copiesOf(settings)
  const [first] = chosen
  const count = chosen.length * (copies ?? 0)
  const isReady = first !== undefined && size !== null && copies !== null && count <= MOST_LABELS
  const { kind } = settings
  const isFine = size !== null && kind === 'code128' && chosen.some(({ ref }) => isTooFine(ref, size))
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    leadOn(event.target)
  }
  return (
    <Modal title={t('labels.title')} onClose={onClose}>
      <form className={styles.form} aria-label={t('labels.title')} onKeyDown={onKeyDown} noValidate>
        <div className={styles.fields}>
          <LabelFields settings={settings} set={set} />
          {batches.length > 1 && <ChosenBatches batches={batches} leftOut={leftOut} onChange={setLeftOut} />}
        </div>
        {isReady && <Preview batch={first} kind={kind} size={size} count={count} />}
        <footer className={styles.footer}>
          {count > MOST_LABELS && <Alert tone="bad">{t('labels.tooMany', { most: MOST_LABELS })}</Alert>}
          {isFine && <Alert tone="bad">{t('labels.tooFine')}</Alert>}
          {printing.note && <Alert tone={printing.note.tone}>{printing.note.text}</Alert>}
          <div className={styles.actions}>
            <Button
              {...CONFIRMS}
              kind="primary"
              autoFocus
              isDisabled={!isReady}
              isPending={printing.isBusy}
              onPress={() => size && printing.print(size)}
            >
              <Printer {...icon} />
              {t('labels.printNow')}
            </Button>
            <Button
              isDisabled={!isReady || printing.isBusy}
              onPress={() => printing.savePdf(chosen.length === 1 ? `${first?.ref}.pdf` : `${t('labels.file')}.pdf`)}
            >
              <FileDown {...icon} />
              {t('labels.savePdf')}
            </Button>
          </div>
        </footer>
      </form>
      {isReady && <LabelSheet batches={chosen} copies={copies} kind={kind} size={size} />}
    </Modal>
  )
}

const WIDTH = 300 // pixels that the preview has
const PIXELS = 96 / 25.4 // a mm

type PreviewProps = { batch: Labelled; kind: 'code128' | 'qrcode'; size: Size; count: number }

/** The first label, made smaller where it does not fit. */
function Preview({ batch, kind, size, count }: PreviewProps) {
  const { t } = useTranslation()
  const zoom = Math.min(1, WIDTH / (size.width * PIXELS), WIDTH / (size.height * PIXELS))
  return (
    <figure className={styles.preview}>
      <div className={styles.paper} style={{ zoom }}>
        <Label {...{ batch, kind, size }} />
      </div>
      <figcaption aria-live="polite">{t('labels.count', { count })}</figcaption>
    </figure>
  )
}
