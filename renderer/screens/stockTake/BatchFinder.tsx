import { convertHangulToQwerty } from 'es-hangul'
import { PackageOpen, SearchX } from 'lucide-react'
import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchRow } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { useFormat } from '../../i18n/format.ts'
import { Alert } from '../../ui/Alert.tsx'
import type { Column } from '../../ui/columns.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ScanField } from '../../ui/ScanField.tsx'
import screen from '../../ui/screen.module.css'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import { useRows } from '../../warehouse/useRows.ts'
import styles from './StockTake.module.css'

const LONGEST = 200 // characters that a view searches for
const MOST = 1000 // rows that a view answers with

type Props = { selected: string | null; onChoose: (ref: string) => void; inputRef: Ref<HTMLInputElement> }

export function BatchFinder({ selected, onChoose, inputRef }: Props) {
  const { t } = useTranslation()
  const columns = useBatchColumns()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const search = text.trim().slice(0, LONGEST)
  const rows = useRows('batches', { search })
  const choose = (ref: string) => {
    setText('')
    setProblem(null)
    onChoose(ref)
  }
  const scan = async (scanned: string) => {
    const found = await findBatch(scanned).catch((error: Error) => error)
    if (found === 'none') setProblem(t('stockTake.notFound', { text: scanned }))
    else if (found instanceof Error) setProblem(failureText(failureOf(found), t))
    else if (found === 'several') setProblem(t('stockTake.several', { text: scanned }))
    else choose(found.ref)
  }
  return (
    <div className={styles.finder}>
      <ScanField
        label={t('stockTake.find')}
        hint={t('stockTake.findHint')}
        value={text}
        onChange={(changed) => {
          setText(changed)
          setProblem(null)
        }}
        onScan={scan}
        inputRef={inputRef}
      />
      {problem !== null && <Alert tone="bad">{problem}</Alert>}
      <div className={`${screen.panel} ${styles.list}`}>
        <RowsGrid
          label={t('stockTake.batches')}
          rows={rows}
          columns={columns}
          narrowest={470}
          rowKey={(batch) => batch.ref}
          selected={selected}
          onAction={(batch) => choose(batch.ref)}
          empty={
            search ? (
              <EmptyState icon={SearchX} title={t('stockTake.noMatch', { text: search })} />
            ) : (
              <EmptyState icon={PackageOpen} title={t('stockTake.noneYet')} hint={t('stockTake.noneYetHint')} />
            )
          }
        />
      </div>
    </div>
  )
}

/** The batch of this reference, whatever its case, or, when just one batch fits the text, that one. */
async function findBatch(scanned: string): Promise<BatchRow | 'none' | 'several'> {
  if (scanned.length > LONGEST) return 'none'
  let several = false
  // With the keyboard set to Korean, a scanner's letters arrive as Hangul.
  for (const text of new Set([scanned, convertHangulToQwerty(scanned)])) {
    const { rows: exact } = await unwrap(window.warehouse.view('batches', { ref: text, limit: 1 }))
    if (exact[0]) return exact[0]
    const { rows } = await unwrap(window.warehouse.view('batches', { search: text, limit: MOST }))
    const named = rows.filter(({ ref }) => ref.toLowerCase() === text.toLowerCase())
    const fitting = named.length > 0 ? named : rows
    if (fitting.length === 1) return fitting[0]!
    several ||= fitting.length > 1
  }
  return several ? 'several' : 'none'
}

function useBatchColumns(): Column<BatchRow>[] {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  return [
    { id: 'ref', header: t('field.ref'), width: 'minmax(100px, 1.1fr)', cell: ({ ref }) => <strong>{ref}</strong> },
    { id: 'sku', header: t('field.sku'), width: 'minmax(110px, 1.5fr)', cell: ({ sku }) => sku },
    {
      id: 'eta',
      header: t('field.eta'),
      width: '112px',
      cell: ({ eta }) => (eta === null ? t('onHand') : date(eta)),
    },
    { id: 'qty', header: t('stockTake.holds'), width: '68px', align: 'end', cell: ({ qty }) => number(qty) },
    {
      id: 'available',
      header: t('stockTake.available'),
      width: '84px',
      align: 'end',
      cell: ({ available }) => number(available),
    },
  ]
}
