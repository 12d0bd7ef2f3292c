import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cell } from '../../../electron/contract.ts'
import { type Formats, useFormat } from '../../i18n/format.ts'
import styles from './ListPaper.module.css'
import { NUMBERED_PAGES, Paper } from './Paper.tsx'
import { MOST_PRINTED, type Sheet } from './usePaper.ts'

/** A list on paper: its title, filters, when and by whom it was printed, and its rows. */
export function ListPaper({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { time } = useFormat()
  const { filters, by, at, rows } = sheet
  const about = [time(new Date(at).toISOString()), by, t('list.count', { count: rows.length })]
  return (
    <Paper page={NUMBERED_PAGES}>
      <ListOnPaper list={sheet} cut={t('out.cut', { most: MOST_PRINTED })}>
        {filters.length > 0 && <p>{filters.join(' · ')}</p>}
        <p className={styles.about}>{about.filter(Boolean).join(' · ')}</p>
      </ListOnPaper>
    </Paper>
  )
}

type Props = {
  list: Pick<Sheet, 'title' | 'heading' | 'rows' | 'isCut'>
  /** Said when it has no rows. */
  none?: string
  /** Said when it has more rows than these. */
  cut: string
  /** Below the title. */
  children?: ReactNode
}

export function ListOnPaper({ list: { title, heading, rows, isCut }, none, cut, children }: Props) {
  const format = useFormat()
  return (
    <section className={styles.list}>
      <h2>{title}</h2>
      {children}
      {isCut && <p className={styles.cut}>{cut}</p>}
      {none !== undefined && rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {heading.map((text, at) => (
                <th key={at} className={isNumeric(rows, at) ? styles.number : undefined}>
                  {cellText(text, format)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, at) => (
                  <td key={at} className={typeof cell === 'number' ? styles.number : undefined}>
                    {cellText(cell, format)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const isNumeric = (rows: Sheet['rows'], column: number): boolean => typeof rows[0]?.[column] === 'number'

function cellText(cell: Cell, { number, date, time }: Formats): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return number(cell)
  if (typeof cell === 'string') return cell
  return 'day' in cell ? date(cell.day) : time(cell.instant)
}
