import { ClipboardList, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetRow } from '../../../electron/contract.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { useCommand } from '../../warehouse/commands.ts'
import { ListScreen, useFilter } from '../../warehouse/ListScreen.tsx'
import { useRows } from '../../warehouse/useRows.ts'
import { NewSheet } from './NewSheet.tsx'
import { useSheetColumns } from './sheetColumns.tsx'

const states = ['any', 'open', 'posted', 'closed'] as const
type Filter = { state: SheetRow['state'] | 'any' }

export function SheetList({ onOpen }: { onOpen: (name: string) => void }) {
  const { t } = useTranslation()
  const [isMaking, setMaking] = useState(false)
  const { filter, set, clear, isSet } = useFilter<Filter>({ state: 'any' })
  useCommand('newSheet', () => setMaking(true))
  const rows = useRows('sheets', { state: filter.state === 'any' ? undefined : filter.state })
  return (
    <>
      <ListScreen
        name="countSheets"
        title={t('countSheets.title')}
        rows={rows}
        columns={useSheetColumns()}
        narrowest={560}
        rowKey={({ name }) => name}
        onAction={({ name }) => onOpen(name)}
        filters={
          <SelectField
            label={t('countSheets.state')}
            options={states.map((id) => ({
              id,
              name: id === 'any' ? t('countSheets.anyState') : t(`sheetState.${id}`),
            }))}
            value={filter.state}
            onChange={(state) => set({ state })}
          />
        }
        isFiltered={isSet}
        onClear={clear}
        action={
          <Button kind="primary" onPress={() => setMaking(true)}>
            <Plus size={16} aria-hidden />
            {t('countSheets.new')}
          </Button>
        }
        icon={ClipboardList}
        empty={t('countSheets.empty')}
        emptyHint={t('countSheets.emptyHint')}
        noMatch={t('countSheets.noMatch')}
      />
      {isMaking && (
        <NewSheet
          onClose={() => setMaking(false)}
          onMade={(name) => {
            setMaking(false)
            onOpen(name)
          }}
        />
      )}
    </>
  )
}
