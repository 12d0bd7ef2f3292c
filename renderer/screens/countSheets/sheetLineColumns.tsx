import { useTranslation } from 'react-i18next'
import type { SheetLineRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../ui/Badge.tsx'
import type { Column } from '../../ui/columns.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import { None, Quantity } from '../../warehouse/Quantity.tsx'
import { signed } from '../../warehouse/signed.ts'
import { lineTones } from './tones.ts'

/** @param isTold what is expected and found may be seen */
export function useSheetLineColumns(isTold: boolean, isPosted: boolean): Column<SheetLineRow>[] {
  const { t } = useTranslation()
  const { number } = useFormat()
  const isLeftOut = ({ state, posted }: SheetLineRow) => isPosted && state === 'agreed' && posted === null
  const told: Column<SheetLineRow>[] = [
    {
      id: 'expected',
      dropBelow: 500,
      header: t('countSheets.expected'),
      width: '80px',
      align: 'end',
      cell: ({ expected }) => <Quantity value={expected} />,
      value: ({ expected }) => expected,
    },
    {
      id: 'qty',
      dropBelow: 440,
      header: t('countSheets.found'),
      width: '70px',
      align: 'end',
      cell: ({ qty }) => (qty === null ? <None /> : number(qty)),
      value: ({ qty }) => qty,
    },
    {
      id: 'difference',
      header: t('countSheets.difference'),
      width: '84px',
      align: 'end',
      cell: ({ difference }) =>
        difference ? <strong>{signed(difference, number)}</strong> : <Quantity value={difference} />,
      value: ({ difference }) => difference,
    },
  ]
  return [
    {
      id: 'ref',
      header: t('field.ref'),
      width: 'minmax(112px, 1.4fr)',
      cell: ({ ref }) => (
        <strong>
          <Identifier text={ref} />
        </strong>
      ),
      value: ({ ref }) => ref,
    },
    {
      id: 'sku',
      header: t('field.sku'),
      width: 'minmax(80px, 1.4fr)',
      dropBelow: isTold ? 560 : 400,
      cell: ({ sku }) => <Identifier text={sku} />,
      value: ({ sku }) => sku,
    },
    {
      id: 'state',
      header: t('countSheets.state'),
      width: '128px',
      cell: (line) =>
        isLeftOut(line) ? (
          <Badge tone="bad">{t('countSheets.isLeftOut')}</Badge>
        ) : (
          <Badge tone={lineTones[line.state]}>{t(`countSheets.line.${line.state}`)}</Badge>
        ),
      value: (line) => (isLeftOut(line) ? t('countSheets.isLeftOut') : t(`countSheets.line.${line.state}`)),
    },
    {
      id: 'by',
      header: t('countSheets.last'),
      width: 'minmax(60px, 0.8fr)',
      dropBelow: isTold ? 680 : 480,
      cell: ({ by }) => (by === null ? <None /> : <Identifier text={by} />),
      value: ({ by }) => by,
    },
    ...(isTold ? told : []),
  ]
}
