import { useQuery } from '@tanstack/react-query'
import { queryClient } from '../../warehouse/queries.ts'
import { unwrap } from '../../warehouse/unwrap.ts'

const KEY = 'boards'

window.warehouse.onPush((push) => {
  if (push.type === 'boards') void queryClient.invalidateQueries({ queryKey: [KEY] })
})

/** The boards of this workstation, the one that was changed last first; undefined while they are being read. */
export const useBoards = () =>
  useQuery({ queryKey: [KEY], queryFn: () => unwrap(window.warehouse.boards()), staleTime: 0 }).data

/** One of them, as far as a window needs it. */
export const useBoard = (id: string | null) =>
  useQuery({
    queryKey: [KEY, id],
    queryFn: () => unwrap(window.warehouse.board(id!)),
    enabled: id !== null,
    staleTime: 0,
  }).data
