import { useTranslation } from 'react-i18next'
import screen from '../../ui/screen.module.css'
import { AllocateForm } from './AllocateForm.tsx'
import { BatchForm } from './BatchForm.tsx'

/** Enters one batch or one order line at a time. For many, see Import. */
export function Receive() {
  const { t } = useTranslation()
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('nav.receive')}</h1>
      </header>
      <div className={screen.columns}>
        <BatchForm />
        <AllocateForm />
      </div>
    </div>
  )
}
