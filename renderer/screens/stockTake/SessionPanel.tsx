import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Grid } from '../../ui/Grid.tsx'
import { gridHeight } from '../../ui/gridHeight.ts'
import screen from '../../ui/screen.module.css'
import { useCommand } from '../../warehouse/commands.ts'
import { UndoDialog } from '../../warehouse/Undo.tsx'
import { unwrap } from '../../warehouse/unwrap.ts'
import { DraftList } from './DraftList.tsx'
import styles from './Session.module.css'
import { type SessionSummary, type StockEntry, summaryOf, useSessionEntries } from './session.ts'
import { useSessionColumns } from './sessionColumns.tsx'
import { TakeBackDialog } from './TakeBackDialog.tsx'

/** What was entered on this workstation in this session, each with its undo, and what is not confirmed yet. */
export function SessionPanel({ onOpen }: { onOpen: (batchRef: string) => void }) {
  const { t } = useTranslation()
  const entries = useSessionEntries() ?? []
  const [undoing, setUndoing] = useState<StockEntry | null>(null)
  const [isTakingBack, setTakingBack] = useState(false)
  const columns = useSessionColumns(setUndoing)
  const summary = useSummaryText()(summaryOf(entries))
  const kept = entries.filter(({ undone }) => !undone)
  const begin = () => void unwrap(window.warehouse.beginSession())
  useCommand('newSession', entries.length > 0 ? begin : null)
  return (
    <section className={`${screen.panel} ${styles.session}`} aria-label={t('session.title')}>
      <header className={styles.head}>
        <h2>{t('session.title')}</h2>
        <p className={screen.hint} role="status">
          {entries.length === 0 ? t('session.nothing') : summary}
        </p>
        {entries.length > 0 && (
          <div className={styles.actions}>
            <Button kind="quiet" isDisabled={kept.length === 0} onPress={() => setTakingBack(true)}>
              {t('session.takeBackAsk')}
            </Button>
            <Button kind="quiet" onPress={begin}>
              {t('session.begin')}
            </Button>
          </div>
        )}
      </header>
      <DraftList onOpen={onOpen} />
      {entries.length > 0 && (
        <div className={styles.list} style={{ height: gridHeight(entries.length) }}>
          <Grid
            name="session"
            label={t('session.title')}
            columns={columns}
            count={entries.length}
            at={(index) => entries[index]}
            rowKey={({ seq }) => seq}
            onAction={({ event }) => onOpen(event.ref)}
          />
        </div>
      )}
      {undoing && <UndoDialog entry={undoing} onClose={() => setUndoing(null)} />}
      {isTakingBack && <TakeBackDialog entries={kept} onClose={() => setTakingBack(false)} />}
    </section>
  )
}

/** "3 entries, 7 units, 2 lines moved" */
function useSummaryText(): (summary: SessionSummary) => string {
  const { t } = useTranslation()
  const { list } = useFormat()
  return ({ entries, units, moved }) =>
    list([
      t('session.entries', { count: entries }),
      t('history.text.units', { count: units }),
      t('session.moved', { count: moved }),
    ])
}
