import { BellOff, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeRow } from '../../../electron/contract.ts'
import { CheckField } from '../../ui/CheckField.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import screen from '../../ui/screen.module.css'
import { Leads } from '../../warehouse/Leads.tsx'
import { ListHead } from '../../warehouse/ListHead.tsx'
import { useFilter } from '../../warehouse/ListScreen.tsx'
import { useGo, useNavigationTarget } from '../../warehouse/navigation.ts'
import { OutMenu } from '../../warehouse/out/OutMenu.tsx'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { OrderField, SkuField } from '../../warehouse/StockFields.tsx'
import { subjectOf, useRowActions } from '../../warehouse/useRowActions.ts'
import { useRows } from '../../warehouse/useRows.ts'
import { GroupNotices } from './GroupNotices.tsx'
import { MarkRead } from './MarkRead.tsx'
import { linesOf, noticeKinds, useNoticeColumns } from './noticeColumns.tsx'
import { useGroupColumns } from './noticeGroupColumns.tsx'

const works = ['open', 'mine', 'acknowledged'] as const
type Work = (typeof works)[number] | 'any'
const noFilter = { kind: 'any' as NoticeRow['kind'] | 'any', sku: '', orderId: '', unread: false, work: 'any' as Work }
type Filter = typeof noFilter

/** What happened to order lines, by what caused it; of a kind, SKU or order, each notice by itself. Newest first. */
export function Notices() {
  const { t } = useTranslation()
  const { filter, set, clear, isSet } = useFilter(noFilter)
  const [origin, setOrigin] = useState<number | null>(null)
  useNavigationTarget('notices', ({ origin }) => {
    if (origin === undefined) return
    clear()
    setOrigin(origin)
  })
  const kind = filter.kind === 'any' ? undefined : filter.kind
  const sku = filter.sku.trim() || undefined
  const orderId = filter.orderId.trim() || undefined
  const unread = filter.unread || undefined
  const isNarrowed = [kind, sku, orderId].some((value) => value !== undefined)
  const work = filter.work === 'any' ? undefined : filter.work
  const groups = useRows('noticeGroups', { unread, work })
  const notices = useRows('notices', { kind, sku, orderId, unread })
  const noticeColumns = useNoticeColumns({ withCause: true })
  const groupColumns = useGroupColumns()
  const empty = isSet ? (
    <EmptyState icon={SearchX} title={t('notices.noMatch')} />
  ) : (
    <EmptyState icon={BellOff} title={t('notices.empty')} hint={t('notices.emptyHint')}>
      <Leads to={['stockTake', 'allocations']} />
    </EmptyState>
  )
  return (
    <div className={screen.screen}>
      <ListHead
        title={t('notices.title')}
        rows={isNarrowed ? notices : groups}
        presets={works.map((id) => (
          <Chip key={id} isSelected={filter.work === id} onChange={(isOn) => set({ work: isOn ? id : 'any' })}>
            {t(`notices.${id}`)}
          </Chip>
        ))}
        filters={<Filters filter={filter} set={set} />}
        isFiltered={isSet}
        onClear={clear}
        action={
          <>
            {isNarrowed ? (
              <OutMenu list={{ name: 'notices', title: t('notices.title'), columns: noticeColumns, rows: notices }} />
            ) : (
              <OutMenu
                list={{ name: 'noticeGroups', title: t('notices.title'), columns: groupColumns, rows: groups }}
              />
            )}
            <MarkRead />
          </>
        }
      />
      {isNarrowed ? (
        <EachNotice rows={notices} empty={empty} />
      ) : (
        <Groups rows={groups} empty={empty} origin={origin} onOrigin={setOrigin} />
      )}
    </div>
  )
}

function Filters({ filter, set }: { filter: Filter; set: (change: Partial<Filter>) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <SelectField
        label={t('notices.kind')}
        options={[
          { id: 'any', name: t('notices.anyKind') },
          ...noticeKinds.map((id) => ({ id, name: t(`kind.${id}`) })),
        ]}
        value={filter.kind}
        onChange={(kind) => set({ kind })}
      />
      <SkuField label={t('field.sku')} value={filter.sku} onChange={(sku) => set({ sku })} />
      <OrderField label={t('field.orderId')} value={filter.orderId} onChange={(orderId) => set({ orderId })} />
      <CheckField isSelected={filter.unread} onChange={(unread) => set({ unread })}>
        {t('notices.unreadOnly')}
      </CheckField>
    </>
  )
}

type ListProps<N extends 'notices' | 'noticeGroups'> = {
  rows: ReturnType<typeof useRows<N>>
  empty: React.JSX.Element
}

/** A row opens its lines. */
function EachNotice({ rows, empty }: ListProps<'notices'>) {
  const { t } = useTranslation()
  const go = useGo()
  const columns = useNoticeColumns({ withCause: true })
  const actionsOf = useRowActions()
  return (
    <div className={`${screen.panel} ${screen.list}`}>
      <RowsGrid
        name="notices"
        label={t('notices.title')}
        rows={rows}
        columns={columns}
        narrowest={740}
        rowKey={({ seq }) => seq}
        menuOf={({ orderId, to, sku }) => actionsOf({ orderId, inBatch: to, sku })}
        onAction={(notice) => go('allocations', { lines: linesOf(notice) })}
        empty={empty}
      />
    </div>
  )
}

/** Who may be given notices: whoever caused or has some, of those that were read. */
function peopleIn(rows: ReturnType<typeof useRows<'noticeGroups'>>): string[] {
  const names = new Set<string>()
  for (let index = 0; index < Math.min(rows.count, 500); index++) {
    const row = rows.at(index)
    for (const name of [row?.by, row?.givenTo]) if (name) names.add(name)
  }
  return [...names]
}

/** What caused the notices that are shown; null: nothing was chosen. */
type Chosen = { origin: number | null; onOrigin: (origin: number) => void }

/** A row opens its notices. */
function Groups({ rows, empty, origin, onOrigin }: ListProps<'noticeGroups'> & Chosen) {
  const { t } = useTranslation()
  const columns = useGroupColumns()
  const actionsOf = useRowActions()
  return (
    <div className={screen.panes}>
      <div className={`${screen.panel} ${screen.list}`}>
        <RowsGrid
          name="noticeGroups"
          label={t('notices.title')}
          rows={rows}
          columns={columns}
          narrowest={600}
          rowKey={(group) => group.origin}
          menuOf={({ event }) => actionsOf(subjectOf(event))}
          selected={origin}
          onAction={(group) => onOrigin(group.origin)}
          empty={empty}
        />
      </div>
      {origin === null ? (
        rows.count > 0 && <p className={screen.hint}>{t('notices.choose')}</p>
      ) : (
        <GroupNotices key={origin} origin={origin} people={peopleIn(rows)} />
      )}
    </div>
  )
}
