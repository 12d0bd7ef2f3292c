import { useTranslation } from 'react-i18next'
import type { SheetRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../ui/Badge.tsx'
import type { Column } from '../../ui/columns.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import { None, Quantity } from '../../warehouse/Quantity.tsx'
import { stateTones } from './tones.ts'

export function useSheetColumns(): Column<SheetRow>[] {
  const { t } = useTranslation()
  const { number } = useFormat()
  return [
    {
      id: 'name',
      header: t('field.sheet'),
      width: 'minmax(150px, 2fr)',
      cell: ({ name }) => (
        <strong>
          <Identifier text={name} />
        </strong>
      ),
      value: ({ name }) => name,
    },
    {
      id: 'state',
      header: t('countSheets.state'),
      width: '96px',
      cell: ({ state }) => <Badge tone={stateTones[state]}>{t(`sheetState.${state}`)}</Badge>,
      value: ({ state }) => t(`sheetState.${state}`),
    },
    {
      id: 'kind',
      header: t('countSheets.kind'),
      width: '88px',
      dropBelow: 620,
      cell: ({ blind }) => (blind ? t('countSheets.blind') : t('countSheets.visible')),
      value: ({ blind }) => t(blind ? 'countSheets.blind' : 'countSheets.visible'),
    },
    {
      id: 'person',
      header: t('field.person'),
      width: 'minmax(90px, 1fr)',
      cell: ({ person }) => (person === null ? <None /> : <Identifier text={person} />),
      value: ({ person }) => person,
    },
    {
      id: 'progress',
      header: t('countSheets.agreed'),
      width: '110px',
      align: 'end',
      cell: ({ counts, lines }) => t('countSheets.of', { done: number(counts.agreed), all: number(lines) }),
      value: ({ counts }) => counts.agreed,
    },
    {
      id: 'recount',
      header: t('countSheets.recount'),
      width: '110px',
      align: 'end',
      cell: ({ counts }) => <Quantity value={counts.recount} alarming />,
      value: ({ counts }) => counts.recount,
    },
  ]
}
