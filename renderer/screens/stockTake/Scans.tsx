import { CircleCheck, CircleHelp, Clock, Copy, OctagonX, ScanBarcode } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { Alert } from '../../ui/Alert.tsx'
import type { Column } from '../../ui/columns.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Grid } from '../../ui/Grid.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { type Scan, type ScanResult, wasOpened } from '../../warehouse/scans/scan.ts'
import { useIsLogKept, useScanLog } from '../../warehouse/scans/scans.ts'
import { OpenScans } from './OpenScans.tsx'
import styles from './Scans.module.css'

type Props = {
  onOpen: (scan: Scan) => void
  onSearch: (code: string) => void
}

/** The scans that are to be dealt with, and below them every scan with what came of it, the newest first. */
export function Scans({ onOpen, onSearch }: Props) {
  const { t } = useTranslation()
  const scans = useScanLog()
  const isKept = useIsLogKept()
  const columns = useScanColumns()
  if (scans.length === 0) return <EmptyState icon={ScanBarcode} title={t('scan.none')} hint={t('scan.noneHint')} />
  return (
    <section className={styles.scans} aria-label={t('scan.title')}>
      {!isKept && <Alert tone="bad">{t('scan.notKept')}</Alert>}
      <OpenScans scans={scans} onOpen={onOpen} onSearch={onSearch} />
      <div className={styles.log}>
        <Grid
          name="scans"
          label={t('scan.log')}
          columns={columns}
          narrowest={330}
          count={scans.length}
          at={(index) => scans.at(-1 - index)}
          rowKey={({ id }) => id}
        />
      </div>
    </section>
  )
}

function useScanColumns(): Column<Scan>[] {
  const { t } = useTranslation()
  const { moment } = useFormat()
  return [
    { id: 'at', header: t('scan.at'), width: '128px', cell: ({ at }) => moment(at) },
    {
      id: 'code',
      header: t('scan.code'),
      width: 'minmax(80px, 1fr)',
      cell: ({ code }) => (
        <strong>
          <Identifier text={code} />
        </strong>
      ),
    },
    {
      id: 'result',
      header: t('scan.result'),
      width: 'minmax(110px, 1.5fr)',
      cell: ({ result }) => <Result of={result} />,
    },
  ]
}

function Result({ of: result }: { of: ScanResult }) {
  const { t } = useTranslation()
  const Icon = iconOf(result)
  const text = t(`scan.became.${result.kind}`, { ...result })
  return (
    <span className={screen.inline} title={text}>
      <Icon size={16} aria-hidden className={wasOpened(result) ? styles.opened : styles.other} />
      <span className={styles.text}>{text}</span>
    </span>
  )
}

function iconOf(result: ScanResult) {
  if (wasOpened(result)) return CircleCheck
  if (result.kind === 'repeat') return Copy
  if (result.kind === 'waiting') return Clock
  return result.kind === 'notFound' || result.kind === 'several' ? CircleHelp : OctagonX
}
