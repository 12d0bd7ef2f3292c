import { lazy, Suspense, useEffect, useState } from 'react'
import { type CommandId, carryOut, screenOf, useCommand, useOffered } from '../../warehouse/commands.ts'
import { type Screen, screens, useGo } from '../../warehouse/navigation.ts'
import { play } from '../../warehouse/sounds.ts'
import { keepFirstScreen } from '../firstScreen.ts'
import { isDialogOpen } from '../RefusedScan.tsx'
import { UndoLast } from './UndoLast.tsx'
import { useKeys } from './useKeys.ts'
import { useTypedUndo } from './useTypedUndo.ts'

const Palette = lazy(() => import('./Palette.tsx').then(({ Palette }) => ({ default: Palette })))
const Help = lazy(() => import('./Help.tsx').then(({ Help }) => ({ default: Help })))

type Opened = 'palette' | 'help' | 'undo'

/** What can be done from everywhere: by keys, by the menu, or found in the palette. `onBack`: null: there is no screen to go back to. */
export function Commands({ shown, onBack }: { shown: Screen; onBack: (() => void) | null }) {
  const go = useGo()
  const [opened, setOpened] = useState<Opened | null>(null)
  const undoTyping = useTypedUndo()
  const run = (id: CommandId) => {
    if (id === 'undo' && undoTyping()) return
    if (isDialogOpen()) return play('notFound') // it waits for an answer
    const screen = screenOf(id)
    if (screen === null) return carryOut(id, go)
    keepFirstScreen(screen)
    go(screen)
  }
  useKeys(run)
  useCommand('palette', () => setOpened('palette'), { isFallback: true })
  useCommand('help', () => setOpened('help'), { isFallback: true })
  useCommand('undo', () => setOpened('undo'), { isFallback: true })
  useCommand('search', () => focusSearch() || setOpened('palette'), { isFallback: true })
  useCommand('back', onBack, { isFallback: true })
  useMain(shown, run)
  const close = () => setOpened(null)
  const guide = () => {
    close()
    go('help')
  }
  return (
    <Suspense>
      {opened === 'palette' && <Palette shown={shown} onRun={run} onClose={close} />}
      {opened === 'help' && <Help onClose={close} onGuide={guide} />}
      {opened === 'undo' && <UndoLast onClose={close} />}
    </Suspense>
  )
}

/** Tells the menu what it may offer, and does what is chosen there, or in a notification of the system. */
function useMain(shown: Screen, run: (id: CommandId) => void): void {
  const go = useGo()
  const offered = useOffered(shown)
  useEffect(() => {
    const all = [...offered, ...screens.map((screen) => `go.${screen}` as const)]
    void window.warehouse.offerCommands(all)
  }, [offered])
  useEffect(() =>
    window.warehouse.onPush((push) => {
      if (push.type === 'command') run(push.id)
      if (push.type === 'showNotices' && !isDialogOpen()) go('notices', { origin: push.origin })
    }),
  )
}

/** false: the screen has no search. */
function focusSearch(): boolean {
  const field = [...document.querySelectorAll<HTMLInputElement>('main [data-search]')].find((field) =>
    field.checkVisibility(),
  )
  field?.focus()
  field?.select()
  return field !== undefined
}
