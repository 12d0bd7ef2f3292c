import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../ui/Badge.tsx'
import type { Column } from '../../ui/columns.tsx'

export function useBackupColumns(): Column<Backup>[] {
  const { t } = useTranslation()
  const { number, size, time } = useFormat()
  return useMemo(
    () => [
      { id: 'at', header: t('backups.when'), width: 'minmax(190px, 1.4fr)', cell: ({ at }) => time(at) },
      {
        id: 'why',
        header: t('backups.why'),
        width: 'minmax(140px, 1.4fr)',
        cell: ({ reason }) => t(`backups.reason.${reason}`),
      },
      {
        id: 'messages',
        header: t('backups.messages'),
        width: '110px',
        align: 'end',
        cell: ({ messages }) => number(messages),
      },
      { id: 'bytes', header: t('backups.size'), width: '130px', align: 'end', cell: ({ bytes }) => size(bytes) },
      {
        id: 'state',
        header: t('backups.state'),
        width: 'minmax(110px, 1fr)',
        cell: (backup) => <State backup={backup} />,
      },
    ],
    [t, number, size, time],
  )
}

function State({ backup: { verified } }: { backup: Backup }) {
  const { t } = useTranslation()
  return verified.found === null ? (
    <Badge tone="good">{t('backups.whole')}</Badge>
  ) : (
    <Badge tone="bad">{t('backups.damaged')}</Badge>
  )
}
