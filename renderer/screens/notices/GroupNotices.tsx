import { BellOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeGroupRow, NoticeRow } from '../../../electron/contract.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import screen from '../../ui/screen.module.css'
import { type NavigationTarget, useGo } from '../../warehouse/navigation.ts'
import { useView } from '../../warehouse/queries.ts'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { useRowActions } from '../../warehouse/useRowActions.ts'
import { useRows } from '../../warehouse/useRows.ts'
import { GroupWork } from './GroupWork.tsx'
import { linesOf, useNoticeColumns } from './noticeColumns.tsx'
import { Cause, kindsOf } from './noticeGroupColumns.tsx'

/** The notices of one cause, and who deals with them. A row opens its lines. */
export function GroupNotices({ origin, people }: { origin: number; people: readonly string[] }) {
  const { t } = useTranslation()
  const go = useGo()
  const actionsOf = useRowActions()
  const [kind, setKind] = useState<NoticeRow['kind'] | undefined>()
  const group = useView('noticeGroups', { origin, limit: 1 }).data?.rows[0]
  const rows = useRows('notices', { origin, kind })
  const columns = useNoticeColumns({ withCause: false })
  if (!group) return null
  const kinds = kindsOf(group)
  return (
    <section className={screen.pane} aria-label={t('notices.ofCause')}>
      <div className={screen.paneHead}>
        <h2>
          <Cause event={group.event} />
        </h2>
        <div>
          {kinds.length > 1 &&
            kinds.map((id) => (
              <Chip key={id} isSelected={kind === id} onChange={(isOn) => setKind(isOn ? id : undefined)}>
                {t(`kind.${id}`)}
              </Chip>
            ))}
          <Button kind="quiet" onPress={() => go('history', { history: entryOf(group) })}>
            {t('order.history')}
          </Button>
        </div>
      </div>
      <GroupWork group={group} people={people} />
      <div className={`${screen.panel} ${screen.list}`}>
        <RowsGrid
          name="noticesOfCause"
          label={t('notices.ofCause')}
          rows={rows}
          columns={columns}
          narrowest={560}
          rowKey={({ seq }) => seq}
          menuOf={({ orderId, to, sku }) => actionsOf({ orderId, inBatch: to, sku })}
          onAction={(notice) => go('allocations', { lines: linesOf(notice) })}
          empty={<EmptyState icon={BellOff} title={t('notices.noMatch')} />}
        />
      </div>
    </section>
  )
}

/** Where its entry in history is found: among those of its batch or order. */
function entryOf({ event }: NoticeGroupRow): NonNullable<NavigationTarget['history']> {
  if ('ref' in event) return { batchRef: event.ref }
  if ('orderId' in event) return { orderId: event.orderId }
  return {}
}
