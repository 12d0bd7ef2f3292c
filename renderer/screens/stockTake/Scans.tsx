import { CircleCheck, CircleHelp, Clock, Copy, OctagonX, ScanBarcode } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isToday, useFormat } from '../../i18n/format.ts'
import { Alert } from '../../ui/Alert.tsx'
import type { Column } from '../../ui/columns.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Grid } from '../../ui/Grid.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import { type Scan, type ScanResult, wasTaken } from '../../warehouse/scans/scan.ts'
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
  const columns = useScanColumns(scans.every(({ at }) => isToday(at)))
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

/** Those of today have no date. */
function useScanColumns(areOfToday: boolean): Column<Scan>[] {
  const { t } = useTranslation()
  const { moment } = useFormat()
  return [
    { id: 'at', header: t('scan.at'), width: areOfToday ? '84px' : '128px', cell: ({ at }) => moment(at) },
    {
      id: 'code',
      header: t('scan.code'),
      width: 'minmax(104px, 1.4fr)',
      cell: ({ code }) => (
        <strong>
          <Identifier text={code} />
        </strong>
      ),
    },
    {
      id: 'result',
      header: t('scan.result'),
      width: 'minmax(100px, 1.3fr)',
      cell: (scan) => <Result of={scan} />,
    },
  ]
}

function Result({ of: { code, result } }: { of: Scan }) {
  const { t } = useTranslation()
  const Icon = iconOf(result)
  const isItself = result.kind === 'opened' && result.ref === code
  const text = isItself ? t('scan.openedItself') : t(`scan.became.${result.kind}`, { ...result })
  return (
    <span title={text}>
      <Icon size={16} aria-hidden className={wasTaken(result) ? styles.opened : styles.other} /> {text}
    </span>
  )
}

function iconOf(result: ScanResult) {
  if (wasTaken(result)) return CircleCheck
  if (result.kind === 'repeat') return Copy
  if (result.kind === 'waiting') return Clock
  return result.kind === 'notFound' || result.kind === 'several' ? CircleHelp : OctagonX
}
