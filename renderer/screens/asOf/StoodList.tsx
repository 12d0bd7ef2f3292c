import { PackageCheck } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoodRow } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { useFormat } from '../../i18n/format.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import type { Column } from '../../ui/columns.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Grid } from '../../ui/Grid.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import { Progress } from '../../ui/Progress.tsx'
import screen from '../../ui/screen.module.css'
import { None, Quantity } from '../../warehouse/Quantity.tsx'
import { failureOf } from '../../warehouse/unwrap.ts'
import { momentOf, type Shown } from './shown.ts'
import { useStood } from './useStood.ts'

/** Every SKU as it stood, or those that were short. A row opens its story. */
export function StoodList({ shown, onOpen }: { shown: Shown; onOpen: (sku: string) => void }) {
  const { t } = useTranslation()
  const { rows, progress, failure, cancel, start } = useStood(momentOf(shown))
  const [onlyShort, setOnlyShort] = useState(true)
  const columns = useColumns()
  const short = useMemo(() => (rows ?? []).filter(({ waiting }) => waiting > 0).toSorted(byDue), [rows])
  if (failure) return <Alert tone="bad">{failureText(failureOf(failure), t)}</Alert>
  if (progress)
    return (
      <div className={screen.progress}>
        <Progress label={t('asOf.reading')} {...progress} />
        <Button onPress={cancel}>{t('import.cancel')}</Button>
      </div>
    )
  if (rows === null)
    return (
      <div className={screen.progress}>
        <p className={screen.hint}>{t('asOf.cancelled')}</p>
        <Button onPress={start}>{t('asOf.read')}</Button>
      </div>
    )
  const listed = onlyShort ? short : rows
  return (
    <>
      <div className={screen.head}>
        <Chip isSelected={onlyShort} onChange={setOnlyShort}>
          {t('asOf.onlyShort', { count: short.length })}
        </Chip>
        <span className={screen.count}>{t('list.count', { count: listed.length })}</span>
      </div>
      {listed.length === 0 ? (
        <EmptyState icon={PackageCheck} title={t(onlyShort ? 'asOf.noneShort' : 'asOf.noneYet')} />
      ) : (
        <div className={`${screen.panel} ${screen.list}`}>
          <Grid
            name="stood"
            label={t('asOf.kind.all')}
            columns={columns}
            narrowest={760}
            count={listed.length}
            at={(index) => listed[index]}
            rowKey={({ sku }) => sku}
            onAction={({ sku }) => onOpen(sku)}
          />
        </div>
      )}
    </>
  )
}

const NO_DATE = '~' // after every date
function byDue(a: StoodRow, b: StoodRow): number {
  const [first, second] = [a.due ?? NO_DATE, b.due ?? NO_DATE]
  return first < second ? -1 : first > second ? 1 : 0
}

function useColumns(): Column<StoodRow>[] {
  const { t } = useTranslation()
  const { date } = useFormat()
  return useMemo(() => {
    const units = (
      id: 'onHand' | 'availableNow' | 'setAside' | 'inShipments' | 'allocated' | 'waiting' | 'backordered',
      header: string,
      alarming = false,
    ): Column<StoodRow> => ({
      id,
      header,
      width: 'minmax(88px, 1fr)',
      align: 'end',
      cell: (row) => <Quantity value={row[id]} alarming={alarming} />,
    })
    return [
      { id: 'sku', header: t('field.sku'), width: 'minmax(120px, 2fr)', cell: ({ sku }) => <Identifier text={sku} /> },
      units('waiting', t('shortages.lines'), true),
      units('backordered', t('shortages.units'), true),
      {
        id: 'due',
        header: t('shortages.due'),
        width: '120px',
        cell: ({ due }) => (due === null ? <None /> : date(due)),
      },
      units('onHand', t('stock.onHand')),
      units('allocated', t('stock.allocated')),
      units('availableNow', t('stock.availableNow')),
      units('setAside', t('stock.setAside')),
      units('inShipments', t('stock.inShipments')),
    ]
  }, [t, date])
}
