import { PackageOpen, PencilLine, SearchX } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import type { Column } from '../../ui/columns.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import { ScanField } from '../../ui/ScanField.tsx'
import screen from '../../ui/screen.module.css'
import { SEARCH_LENGTH } from '../../ui/searchLength.ts'
import { Quantity } from '../../warehouse/Quantity.tsx'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { useRowActions } from '../../warehouse/useRowActions.ts'
import { useRows } from '../../warehouse/useRows.ts'
import { useDrafts } from './drafts.ts'
import styles from './StockTake.module.css'

type Props = {
  text: string
  onText: (text: string) => void
  /** Called with the text when Enter is pressed. */
  onEnter: (text: string) => void
  selected: string | null
  onChoose: (ref: string) => void
  inputRef: Ref<HTMLInputElement>
  /** Shown instead of the batches; false: they are shown. */
  instead: ReactNode | false
}

/** The batches that match the text, and the field for it. */
export function BatchFinder({ text, onText, onEnter, selected, onChoose, inputRef, instead }: Props) {
  const { t } = useTranslation()
  const columns = useBatchColumns()
  const actionsOf = useRowActions()
  const search = text.trim().slice(0, SEARCH_LENGTH)
  const rows = useRows('batches', { search })
  return (
    <div className={styles.finder}>
      <ScanField
        label={t('stockTake.find')}
        hint={t('stockTake.findHint')}
        value={text}
        onChange={onText}
        onScan={onEnter}
        inputRef={inputRef}
      />
      <div className={`${screen.panel} ${styles.list}`}>
        {instead || (
          <RowsGrid
            name="stockTake"
            label={t('stockTake.batches')}
            rows={rows}
            columns={columns}
            narrowest={354}
            rowKey={(batch) => batch.ref}
            menuOf={({ ref, sku }) => actionsOf({ batch: ref, sku })}
            selected={selected}
            onAction={(batch) => onChoose(batch.ref)}
            empty={
              search ? (
                <EmptyState icon={SearchX} title={t('stockTake.noMatch', { text: search })} />
              ) : (
                <EmptyState icon={PackageOpen} title={t('stockTake.noneYet')} hint={t('stockTake.noneYetHint')} />
              )
            }
          />
        )}
      </div>
    </div>
  )
}

function useBatchColumns(): Column<BatchRow>[] {
  const { t } = useTranslation()
  const { date } = useFormat()
  const { refs: drafts } = useDrafts()
  return [
    {
      id: 'ref',
      header: t('field.ref'),
      width: 'minmax(122px, 1.6fr)',
      cell: ({ ref }) => (
        <span className={screen.inline}>
          <strong>
            <Identifier text={ref} />
          </strong>
          {drafts.includes(ref) && (
            <PencilLine size={14} className={screen.alarming} role="img" aria-label={t('stockTake.hasDraft')} />
          )}
        </span>
      ),
    },
    { id: 'sku', header: t('field.sku'), width: 'minmax(84px, 1.6fr)', cell: ({ sku }) => <Identifier text={sku} /> },
    {
      id: 'eta',
      header: t('field.eta'),
      width: '112px',
      dropBelow: 480,
      cell: ({ eta }) => (eta === null ? t('onHand') : date(eta)),
    },
    {
      id: 'qty',
      header: t('stockTake.holds'),
      width: '60px',
      align: 'end',
      cell: ({ qty }) => <Quantity value={qty} />,
    },
    {
      id: 'available',
      header: t('stockTake.available'),
      width: '72px',
      align: 'end',
      cell: ({ available }) => <Quantity value={available} />,
    },
  ]
}
