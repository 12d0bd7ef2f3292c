import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardForesight, ConsequenceKind, LineConsequence, SumsOf } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Grid } from '../../ui/Grid.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import screen from '../../ui/screen.module.css'
import { lineKey } from '../../warehouse/lineChanges.ts'
import { useConsequenceColumns, useSumsColumns } from './consequenceColumns.tsx'
import { OnBoardWhy } from './OnBoardWhy.tsx'
import styles from './WhatIf.module.css'

export const kinds: readonly ConsequenceKind[] = ['short', 'late', 'moved', 'filled', 'inTime', 'placed', 'cancelled']
const groups = ['lines', 'orders', 'customers'] as const
type Group = (typeof groups)[number]

/** Everything that a board would come to: by line, by order and by customer, by kind when one is chosen. */
export function ConsequenceView({ board, foresight }: { board: string; foresight: BoardForesight }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const [group, setGroup] = useState<Group>('lines')
  const [only, setOnly] = useState<ConsequenceKind | null>(null)
  const [selected, setSelected] = useState<LineConsequence | null>(null)
  const lines = useMemo(() => foresight.lines.filter(({ kind }) => only === null || kind === only), [foresight, only])
  const sums = (
    only === null
      ? (rows: readonly SumsOf[]) => rows
      : (rows: readonly SumsOf[]) => rows.filter(({ sums }) => sums[only].lines > 0)
  )(foresight[group === 'customers' ? 'customers' : 'orders'])
  const lineColumns = useConsequenceColumns()
  const sumsColumns = useSumsColumns(group === 'customers' ? t('field.customer') : t('field.orderId'))
  const chosen = selected && lines.find((line) => lineKey(line) === lineKey(selected))
  return (
    <>
      <div className={styles.sums} role="group" aria-label={t('whatIf.consequence')}>
        {kinds
          .filter((kind) => foresight.sums[kind].lines > 0)
          .map((kind) => (
            <Chip key={kind} isSelected={only === kind} onChange={(isOn) => setOnly(isOn ? kind : null)}>
              {`${t(`whatIf.became.${kind}`)}: ${t('whatIf.sum', { count: foresight.sums[kind].lines, units: number(foresight.sums[kind].units) })}`}
            </Chip>
          ))}
        <SelectField
          label={t('whatIf.by')}
          labelHidden
          options={groups.map((id) => ({ id, name: t(`whatIf.group.${id}`) }))}
          value={group}
          onChange={setGroup}
        />
      </div>
      {foresight.more > 0 && <p className={screen.hint}>{t('whatIf.more', { count: foresight.more })}</p>}
      <div className={`${screen.panel} ${screen.list}`}>
        {group === 'lines' ? (
          <Grid
            name="whatIfLines"
            label={t('whatIf.group.lines')}
            columns={lineColumns}
            narrowest={450}
            count={lines.length}
            at={(index) => lines[index]}
            rowKey={lineKey}
            selected={chosen ? lineKey(chosen) : null}
            onAction={setSelected}
          />
        ) : (
          <Grid
            name="whatIfSums"
            label={t(`whatIf.group.${group}`)}
            columns={sumsColumns}
            narrowest={620}
            count={sums.length}
            at={(index) => sums[index]}
            rowKey={({ name }) => name ?? ''}
          />
        )}
      </div>
      {group === 'lines' && chosen && <OnBoardWhy board={board} line={chosen} mark={foresight.mark} />}
    </>
  )
}
