import { useTranslation } from 'react-i18next'
import { Chip } from '../../ui/Chip.tsx'
import screen from '../../ui/screen.module.css'
import { openScans } from '../../warehouse/scans/scan.ts'
import { useScanLog } from '../../warehouse/scans/scans.ts'
import { useSetting } from '../../warehouse/settings.ts'
import styles from './StockTake.module.css'

type Props = { scansShown: boolean; onShowScans: (shown: boolean) => void }

/** What a scan does to an entry that is not confirmed, and the way to the scans, with how many are to be dealt with. */
export function StockTakeHead({ scansShown, onShowScans }: Props) {
  const { t } = useTranslation()
  const [confirms] = useSetting('scanConfirms')
  const open = openScans(useScanLog()).length
  return (
    <header className={screen.head}>
      <h1>{t('nav.stockTake')}</h1>
      <p className={styles.rule}>{t(confirms ? 'scan.ruleOn' : 'scan.ruleOff')}</p>
      <div className={screen.presets}>
        <Chip isSelected={scansShown} onChange={onShowScans}>
          {open === 0 ? t('scan.title') : t('scan.titleOpen', { count: open })}
        </Chip>
      </div>
    </header>
  )
}
