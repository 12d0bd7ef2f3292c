import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Alert } from '../ui/Alert.tsx'
import styles from './RefusedScan.module.css'

const LOOK = 200 // milliseconds between two looks whether the dialog is still open

/** A dialog waits for an answer, so a scan must not lead away from it. */
export const isDialogOpen = (): boolean =>
  [...document.querySelectorAll('[role="dialog"]')].some((dialog) => dialog.checkVisibility())

/** Says above the dialog that a scan was not taken, until the dialog is closed. React Aria hides all else from screen readers while a dialog is open. */
export function RefusedScan({ code, onEnd }: { code: string; onEnd: () => void }) {
  const { t } = useTranslation()
  useEffect(() => {
    const timer = setInterval(() => isDialogOpen() || onEnd(), LOOK)
    return () => clearInterval(timer)
  })
  return (
    <div className={styles.refused} data-react-aria-top-layer="true">
      <Alert tone="bad">{t('stockTake.scanRefused', { text: code })}</Alert>
    </div>
  )
}
