import { useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react'
import { type CommandId, commandIds, commands } from '../../electron/tables/commands.ts'
import type { Go, Screen } from './navigation.ts'

export { type CommandId, commandIds, commands, menus, screenOf } from '../../electron/tables/commands.ts'

const PATIENCE = 2_000 // milliseconds that a screen may take until it is drawn

type Run = () => void
/** What carries a command out; the last one does. */
const runs = new Map<CommandId, readonly Run[]>()
const listeners = new Set<() => void>()
/** What waits for the screen that carries it out. */
let awaited: { readonly id: CommandId; readonly until: number } | null = null

/**
 * Carries out a command of the table while the component is shown. `run`: null: it cannot now. What the shell does is done only
 * where no screen does something else: `isFallback`.
 */
export function useCommand(id: CommandId, run: Run | null, { isFallback = false } = {}): void {
  const latest = useEffectEvent(() => run?.())
  const isOffered = run !== null
  useEffect(() => {
    if (!isOffered) return
    const own = () => latest()
    const others = runs.get(id) ?? []
    set(id, isFallback ? [own, ...others] : [...others, own])
    if (awaited?.id === id) {
      const isInTime = performance.now() <= awaited.until
      awaited = null
      if (isInTime) own()
    }
    return () =>
      set(
        id,
        (runs.get(id) ?? []).filter((other) => other !== own),
      )
  }, [id, isOffered, isFallback])
}

/** Carries it out, on its screen. It does nothing when it cannot be carried out now. */
export function carryOut(id: CommandId, go: Go): void {
  const { by, screen } = commands[id]
  const run = runs.get(id)?.at(-1)
  if (by === 'main') void window.warehouse.runCommand(id)
  else if (run) run()
  else if (screen) {
    awaited = { id, until: performance.now() + PATIENCE }
    go(screen)
  }
}

/** What can be carried out while this screen is shown, without what the system does by itself. */
export function useOffered(shown: Screen): readonly CommandId[] {
  const ids = useSyncExternalStore(subscribe, () => commandIds.filter((id) => isOffered(id, shown)).join(' '))
  return useMemo(() => ids.split(' ') as CommandId[], [ids])
}

function isOffered(id: CommandId, shown: Screen): boolean {
  const { by, screen } = commands[id]
  return by === 'main' || (runs.get(id)?.length ?? 0) > 0 || (screen !== undefined && screen !== shown)
}

function set(id: CommandId, own: readonly Run[]): void {
  runs.set(id, own)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
