import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { useGo } from '../../warehouse/navigation.ts'
import { readElementString } from '../../warehouse/scans/elementString.ts'
import { openScans, type Scan } from '../../warehouse/scans/scan.ts'
import { dismiss } from '../../warehouse/scans/scans.ts'
import styles from './Scans.module.css'

type Props = {
  scans: readonly Scan[]
  onOpen: (scan: Scan) => void
  onSearch: (code: string) => void
}

/** The scans that opened nothing, each with what can be done: an unknown code is searched or received, a refused one is opened. */
export function OpenScans({ scans, onOpen, onSearch }: Props) {
  const { t } = useTranslation()
  const open = openScans(scans)
  if (open.length === 0) return null
  return (
    <ul className={styles.open} aria-label={t('scan.open')}>
      {open.map((scan) => (
        <OpenScan key={scan.id} {...{ scan, onOpen, onSearch }} />
      ))}
    </ul>
  )
}

function OpenScan({ scan, onOpen, onSearch }: Omit<Props, 'scans'> & { scan: Scan }) {
  const { t } = useTranslation()
  const { moment } = useFormat()
  const go = useGo()
  const { code, result } = scan
  const isUnknown = result.kind === 'notFound'
  const receive = () => go('receive', { receive: { ref: readElementString(code)?.batch ?? code } })
  return (
    <li className={styles.openScan} aria-label={code}>
      <p className={screen.inline}>
        <strong className={styles.code}>
          <Identifier text={code} />
        </strong>
        <span className={screen.muted}>{moment(scan.at)}</span>
      </p>
      <p>{isUnknown ? t('scan.unknown') : t(`scan.became.${result.kind}`, { ...result })}</p>
      <div className={screen.actions}>
        {isUnknown && <Button onPress={receive}>{t('scan.receive')}</Button>}
        {isUnknown || result.kind === 'several' ? (
          <Button onPress={() => onSearch(code)}>{t('scan.search')}</Button>
        ) : (
          <Button onPress={() => onOpen(scan)}>{t('scan.openNow')}</Button>
        )}
        <Button kind="quiet" onPress={() => dismiss(scan)}>
          {t('scan.dismiss')}
        </Button>
      </div>
    </li>
  )
}
