import { useMutation } from '@tanstack/react-query'
import { BellOff, CheckCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { NoticeRow } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { ListScreen, useFilter } from '../../warehouse/ListScreen.tsx'
import { useView } from '../../warehouse/queries.ts'
import { OrderField, SkuField } from '../../warehouse/StockFields.tsx'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import { useRows } from '../../warehouse/useRows.ts'
import { noticeKinds, useNoticeColumns } from './noticeColumns.tsx'

const noFilter = { kind: 'any' as NoticeRow['kind'] | 'any', sku: '', orderId: '', unread: false }

/** Lines that moved, wait or were filled, and why; newest first. */
export function Notices() {
  const { t } = useTranslation()
  const { filter, set, clear, isSet } = useFilter(noFilter)
  const columns = useNoticeColumns()
  const rows = useRows('notices', {
    kind: filter.kind === 'any' ? undefined : filter.kind,
    sku: filter.sku.trim() || undefined,
    orderId: filter.orderId.trim() || undefined,
    unread: filter.unread || undefined,
  })
  return (
    <ListScreen
      title={t('notices.title')}
      rows={rows}
      columns={columns}
      narrowest={960}
      rowKey={({ seq }) => seq}
      filters={
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
      }
      isFiltered={isSet}
      onClear={clear}
      action={<MarkRead />}
      icon={BellOff}
      empty={t('notices.empty')}
      emptyHint={t('notices.emptyHint')}
      noMatch={t('notices.noMatch')}
    />
  )
}

function MarkRead() {
  const { t } = useTranslation()
  const newest = useView('notices', { unread: true, limit: 1 }).data?.rows[0]
  const marking = useMutation({
    mutationFn: (upTo: number) => unwrap(window.warehouse.handle({ type: 'NoticesRead', upTo }, crypto.randomUUID())),
    networkMode: 'always',
  })
  return (
    <>
      {marking.error && <Alert tone="bad">{failureText(failureOf(marking.error), t)}</Alert>}
      <Button onPress={() => newest && marking.mutate(newest.seq)} isDisabled={!newest}>
        <CheckCheck size={16} aria-hidden />
        {t('notices.markRead')}
      </Button>
    </>
  )
}
