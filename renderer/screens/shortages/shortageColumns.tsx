import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShortageRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { dayOf } from '../../ui/cellValue.ts'
import type { Column } from '../../ui/columns.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { today } from '../../warehouse/overdue.ts'
import { None, Quantity } from '../../warehouse/Quantity.tsx'
import { Shipments } from '../../warehouse/Shipments.tsx'
import { shipmentsText } from '../../warehouse/shipmentsText.ts'
import { Remedy } from './Remedy.tsx'

export function useShortageColumns(): Column<ShortageRow>[] {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  return useMemo(
    () => [
      {
        id: 'sku',
        header: t('field.sku'),
        width: 'minmax(120px, 1.6fr)',
        cell: ({ sku }) => (
          <strong>
            <Identifier text={sku} />
          </strong>
        ),
        value: ({ sku }) => sku,
      },
      {
        id: 'lines',
        header: t('shortages.lines'),
        width: '64px',
        align: 'end',
        cell: ({ lines }) => number(lines),
        value: ({ lines }) => lines,
      },
      {
        id: 'units',
        header: t('shortages.units'),
        width: '92px',
        align: 'end',
        sortable: true,
        cell: ({ units }) => <Quantity value={units} alarming />,
        value: ({ units }) => units,
      },
      {
        id: 'due',
        header: t('shortages.due'),
        width: '128px',
        sortable: true,
        cell: ({ due }) =>
          due === null ? <None /> : <span className={due < today() ? screen.alarming : undefined}>{date(due)}</span>,
        value: ({ due }) => dayOf(due),
      },
      {
        id: 'free',
        header: t('stock.availableNow'),
        width: '104px',
        align: 'end',
        dropBelow: 760,
        cell: ({ availableNow }) => <Quantity value={availableNow} />,
        value: ({ availableNow }) => availableNow,
      },
      {
        id: 'setAside',
        header: t('stock.setAside'),
        width: '86px',
        align: 'end',
        dropBelow: 880,
        cell: ({ setAside }) => <Quantity value={setAside} />,
        value: ({ setAside }) => setAside,
      },
      {
        id: 'arriving',
        header: t('stock.inShipments'),
        width: 'minmax(160px, 1.2fr)',
        dropBelow: 1010,
        cell: ({ shipments }) => <Shipments of={shipments} />,
        value: ({ shipments }) => shipmentsText(shipments),
      },
      {
        id: 'remedy',
        header: t('shortages.remedy'),
        width: 'minmax(240px, 2.4fr)',
        dropBelow: 640,
        cell: ({ sku, first }) => <Remedy line={{ sku, ...first }} />,
      },
    ],
    [t, number, date],
  )
}
