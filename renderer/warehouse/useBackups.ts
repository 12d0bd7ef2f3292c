import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Backup, BackupState } from '../../electron/contract.ts'
import { unwrap } from './unwrap.ts'
import type { Rows } from './useRows.ts'

const BACKUPS = ['backups']

/** The backups as they are now; undefined until they are known. */
export function useBackups() {
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: BACKUPS,
    queryFn: () => unwrap(window.warehouse.backups()),
    refetchOnMount: 'always', // backups may have been made while the screen was hidden
  })
  useEffect(
    () =>
      window.warehouse.onPush((push) => {
        if (push.type !== 'backups') return
        const { making, verifying, cancelled } = push
        client.setQueryData<BackupState>(BACKUPS, (before) => before && { ...before, making, verifying, cancelled })
        if (!making && !verifying) void client.invalidateQueries({ queryKey: BACKUPS })
      }),
    [client],
  )
  return { state: data, rows: toRows(data?.backups, error, () => void refetch()) }
}

function toRows(backups: readonly Backup[] | undefined, error: Error | null, retry: () => void): Rows<Backup> {
  return {
    query: '',
    status: backups ? 'ready' : error ? 'failed' : 'loading',
    error,
    count: backups?.length ?? 0,
    more: false,
    at: (index) => backups?.[index],
    show: () => {},
    retry,
    range: async (first, last) => backups?.slice(first, last + 1) ?? [],
    find: async (isWanted) => backups?.filter(isWanted) ?? [],
    async *pages() {
      if (backups) yield backups
    },
  }
}
