import { useTranslation } from 'react-i18next'
import { type CommandId, commandIds, commands, screenOf, useOffered } from '../../warehouse/commands.ts'
import type { Screen } from '../../warehouse/navigation.ts'
import type { Findable } from './bestOf.ts'
import { useCommandText } from './commandText.ts'
import { keysText } from './keys.ts'

/** The screens, and what can be done now, with its keys. */
export function useFoundCommands(shown: Screen, run: (id: CommandId) => void): readonly Findable[] {
  const { t } = useTranslation()
  const textOf = useCommandText()
  const offered = useOffered(shown)
  const ids = commandIds.filter((id) => id !== 'palette' && (offered.includes(id) || screenOf(id) !== null))
  return ids.map((id) => ({
    id,
    name: textOf(id),
    kind: t(screenOf(id) === null ? 'palette.action' : 'palette.screen'),
    keys: commands[id].keys[0] && keysText(commands[id].keys[0]),
    open: () => run(id),
  }))
}
