import { History, Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import type { Column } from '../../ui/columns.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import screen from '../../ui/screen.module.css'
import { eventName, useEventText } from '../../warehouse/eventText.ts'
import type { Subject } from '../../warehouse/navigation.ts'
import { useView } from '../../warehouse/queries.ts'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { useRows } from '../../warehouse/useRows.ts'
import styles from './AsOf.module.css'
import { StandingList } from './StandingList.tsx'
import { momentOf, queryOf, type Shown } from './shown.ts'

type Props = { subject: Subject; shown: Shown; onShow: (shown: Shown) => void }

const PAGE = 1000 // rows
const STEP = 1_200 // milliseconds from one event to the next while it is played

/** What happened to one order, batch or SKU, in order, and beside it how everything stood then: stepped through by keyboard, or played. */
export function Timeline({ subject, shown, onShow }: Props) {
  const { t } = useTranslation()
  const rows = useRows('history', { ...queryOf(subject), oldestFirst: true, limit: PAGE })
  const columns = useColumns()
  const [at, setAt] = useState<number | null>(null)
  const [isPlaying, setPlaying] = useState(false)
  const show = (index: number) => {
    const row = rows.at(index)
    if (!row) return
    setAt(index)
    onShow({ seq: row.seq, at: row.at })
  }
  const looked = useRef({ seq: 0, rows: 0 })
  // Begins where it was led to, which may be far behind the first page: each row is looked at once.
  useEffect(() => {
    if (at !== null || shown.seq === null || rows.count === 0) return
    const from = looked.current.seq === shown.seq ? looked.current.rows : 0
    for (let index = from; index < rows.count; index++) if (rows.at(index)?.seq === shown.seq) return setAt(index)
    if (rows.at(rows.count - 1)) looked.current = { seq: shown.seq, rows: rows.count } // else it is being read again
    if (rows.more) rows.show(rows.count - 1, rows.count - 1)
  })
  const isLast = at !== null && !rows.more && at >= rows.count - 1
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => (isLast ? setPlaying(false) : show(at === null ? 0 : at + 1)), STEP)
    return () => clearInterval(timer)
  })
  const newest = useView('history', { ...queryOf(subject), limit: 1 }).data?.rows[0]
  const step = (index: number) => {
    setPlaying(false)
    show(index)
  }
  return (
    <>
      <section className={styles.timeline} aria-label={t('asOf.timeline')}>
        <div className={screen.actions}>
          <Button kind="quiet" aria-label={t('asOf.first')} isDisabled={rows.count === 0} onPress={() => step(0)}>
            <SkipBack size={16} aria-hidden />
          </Button>
          <Button
            isDisabled={rows.count === 0 || (isLast && !isPlaying)}
            onPress={() => {
              if (!isPlaying && at === null) show(0)
              setPlaying(!isPlaying)
            }}
          >
            {isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
            {t(isPlaying ? 'asOf.pause' : 'asOf.play')}
          </Button>
          <Button
            kind="quiet"
            aria-label={t('asOf.next')}
            isDisabled={rows.count === 0 || isLast}
            onPress={() => step(at === null ? 0 : at + 1)}
          >
            <SkipForward size={16} aria-hidden />
          </Button>
          <Button
            kind="quiet"
            isDisabled={!newest}
            onPress={() => {
              setPlaying(false)
              setAt(null)
              if (newest) onShow({ seq: newest.seq, at: newest.at })
            }}
          >
            {t('asOf.newest')}
          </Button>
        </div>
        <p className={screen.hint}>{t('asOf.keys')}</p>
        <div className={`${screen.panel} ${screen.list}`}>
          <RowsGrid
            name="timeline"
            label={t('asOf.timeline')}
            rows={rows}
            columns={columns}
            narrowest={340}
            rowKey={({ seq }) => seq}
            selected={shown.seq}
            {...(at !== null && { active: at })}
            onStep={step}
            empty={<EmptyState icon={History} title={t('asOf.nothingKnown')} />}
          />
        </div>
      </section>
      <StandingList subject={subject} moment={momentOf(shown)} />
    </>
  )
}

function useColumns(): Column<HistoryRow>[] {
  const { t } = useTranslation()
  const { time, moment } = useFormat()
  const eventText = useEventText()
  return useMemo(
    () => [
      {
        id: 'at',
        header: t('history.when'),
        width: '116px',
        cell: ({ at }) => <span title={time(at)}>{moment(Date.parse(at))}</span>,
      },
      {
        id: 'event',
        header: t('history.what'),
        width: 'minmax(84px, 1fr)',
        cell: ({ event, seq, cause }) =>
          seq === cause ? (
            <strong>{eventName(event, t)}</strong>
          ) : (
            <span className={screen.muted}>{eventName(event, t)}</span>
          ),
      },
      {
        id: 'text',
        header: t('history.details'),
        width: 'minmax(110px, 2fr)',
        cell: ({ event }) => <span title={eventText(event)}>{eventText(event)}</span>,
      },
    ],
    [t, time, moment, eventText],
  )
}
