import { latinOf } from '../../ui/latinOf.ts'
import { type CommandId, commandIds, commands } from '../../warehouse/commands.ts'

/** The system of the keyboard. */
const isMac = navigator.userAgent.includes('Macintosh')

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** By their keys, as `acceleratorOf` writes them. */
const byKeys = new Map(commandIds.flatMap((id) => commands[id].keys.map((keys) => [keys, id] as const)))

/** What the keys are for; null: nothing. */
export const commandOf = (pressed: Pressed, onMac = isMac): CommandId | null =>
  byKeys.get(acceleratorOf(pressed, onMac)) ?? null

/** They type something where a text is entered. */
export const isTyped = ({ key, ctrlKey, metaKey, altKey }: Pressed): boolean =>
  [...key].length === 1 && !ctrlKey && !metaKey && !altKey

/** As Electron writes it. Empty: with a modifier that no accelerator has. */
function acceleratorOf(pressed: Pressed, onMac: boolean): string {
  const { ctrlKey, metaKey, altKey, shiftKey } = pressed
  if (onMac ? ctrlKey : metaKey) return ''
  const isMain = onMac ? metaKey : ctrlKey
  const name = nameOf(pressed, isMain || altKey)
  const isSymbol = /^(?:[^A-Z0-9]|Plus)$/.test(name) // where it lies decides whether it needs Shift
  return [isMain && 'CmdOrCtrl', altKey && 'Alt', shiftKey && !isSymbol && 'Shift', name].filter(Boolean).join('+')
}

const names: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  NumpadAdd: 'Plus',
  NumpadSubtract: '-',
  Slash: '/',
  Comma: ',',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
}

function nameOf({ key, code }: Pressed, isModified: boolean): string {
  const digit = isModified ? /^Digit(\d)$/.exec(code)?.[1] : undefined // with Shift it types something else
  if (digit !== undefined) return digit
  if (key === '+') return 'Plus'
  return latinOf({ key, code }) ?? names[code] ?? key
}

const onMacs: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Alt: '⌥', Shift: '⇧' }
const elsewhere: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl' }

/** As people write an accelerator. */
export function keysText(keys: string, onMac = isMac): string {
  const parts = keys.split('+').map((part) => (part === 'Plus' ? '+' : ((onMac ? onMacs : elsewhere)[part] ?? part)))
  return parts.join(onMac ? '' : '+')
}
