import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ChosenFile, DroppedPart } from '../../electron/contract.ts'
import { isTable } from '../warehouse/isTable.ts'
import type { Go } from '../warehouse/navigation.ts'
import { unwrap } from '../warehouse/unwrap.ts'
import { isDialogOpen } from './RefusedScan.tsx'

const PART = 2_000_000 // bytes

/** Leads to the import with what a person drops anywhere, or opens with the app. Returns whether a file is held above the window. */
export function useFilesToImport(go: Go): boolean {
  useGivenFiles(go)
  return useDroppedFiles(go)
}

/** Files that were opened with the app are taken once somebody has said who works here. */
function useGivenFiles(go: Go): void {
  const { data: operator } = useQuery({ queryKey: ['operator'], queryFn: () => unwrap(window.warehouse.operator()) })
  const isReady = operator !== undefined && operator.name !== null
  const take = useEffectEvent(async () => {
    if (!isReady) return
    const given = await window.warehouse.takeGiven()
    if (given.ok && given.value === null) return
    go('import', { file: () => unwrap(Promise.resolve(given)) })
  })
  useEffect(() => void take(), [isReady])
  useEffect(() => window.warehouse.onPush(({ type }) => type === 'fileGiven' && void take()), [])
}

function useDroppedFiles(go: Go): boolean {
  const [isOver, setOver] = useState(false)
  const onDrag = useEffectEvent((event: DragEvent) => {
    const { dataTransfer } = event
    if (!dataTransfer?.types.includes('Files')) return
    const wasTaken = event.defaultPrevented
    event.preventDefault() // the window must not go to the file
    const isMine = !isDialogOpen()
    if (!wasTaken) dataTransfer.dropEffect = isMine ? 'copy' : 'none'
    setOver(event.type === 'dragover' && isMine && !wasTaken)
    if (event.type !== 'drop' || wasTaken || !isMine) return
    const [file] = [...dataTransfer.files].sort((a, b) => Number(isTable(b)) - Number(isTable(a)))
    if (file) go('import', { file: () => send(file) })
  })
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('dragover', onDrag, { signal })
    window.addEventListener('drop', onDrag, { signal })
    window.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false), { signal })
    return () => listening.abort()
  }, [])
  return isOver
}

/** In parts, since main refuses large calls; some files have no path that could be sent instead. */
async function send(file: File): Promise<ChosenFile | null> {
  const id = crypto.randomUUID()
  for (let from = 0; ; from += PART) {
    const bytes = new Uint8Array(await file.slice(from, from + PART).arrayBuffer())
    const part: DroppedPart = { id, name: file.name, bytes, isLast: from + PART >= file.size }
    const taken = await unwrap(window.warehouse.takeDropped(part))
    if (part.isLast) return taken
  }
}
