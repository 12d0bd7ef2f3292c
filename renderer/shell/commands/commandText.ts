import { useTranslation } from 'react-i18next'
import { type CommandId, screenOf } from '../../warehouse/commands.ts'

/** What a command is called. */
export function useCommandText(): (id: CommandId) => string {
  const { t } = useTranslation()
  return (id) => {
    const screen = screenOf(id)
    return screen === null ? t(`command.${id as 'help'}`) : t(`nav.${screen}`)
  }
}
