import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BoardForesight, BoardView } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { useEventText } from '../../warehouse/eventText.ts'
import { unwrap } from '../../warehouse/unwrap.ts'
import type { Change } from './changes.ts'
import styles from './WhatIf.module.css'

const NAMED = 3 // refusals of one change

type Props = {
  board: BoardView
  /** null: it is not known what it comes to. */
  foresight: BoardForesight | null
}

/** The changes of a board in their order, each with why it would be refused, if it would. */
export function ChangeList({ board, foresight }: Props) {
  const { t } = useTranslation()
  const describe = useChangeText()
  const isOfBoard = foresight?.refusals.length === board.changes.length // it may be of the board before
  if (board.changes.length === 0) return <p className={screen.hint}>{t('whatIf.noneYet')}</p>
  return (
    <ol className={styles.changes} aria-label={t('whatIf.changes')}>
      {board.changes.map((change, at) => (
        <li key={change.id}>
          <div>
            <strong>{t(`whatIf.kind.${change.kind}`)}</strong> <span>{describe(change)}</span>
            <Refused refused={isOfBoard ? foresight.refusals[at] : undefined} />
          </div>
          <Button
            kind="quiet"
            aria-label={t('whatIf.remove', { what: `${t(`whatIf.kind.${change.kind}`)} ${describe(change)}` })}
            onPress={() => void unwrap(window.warehouse.removeChange(board.id, change.id))}
          >
            <X size={16} aria-hidden />
          </Button>
        </li>
      ))}
    </ol>
  )
}

function Refused({ refused }: { refused: BoardForesight['refusals'][number] | undefined }) {
  const { t } = useTranslation()
  if (!refused || refused.count === 0) return null
  const shown = [...new Set(refused.first.map((failure) => failureText(failure, t)))].slice(0, NAMED)
  return (
    <p className={styles.refused}>
      {refused.count > 1 && `${t('whatIf.refused', { count: refused.count })} `}
      {shown.join(' ')}
    </p>
  )
}

function useChangeText(): (change: Change) => string {
  const { t } = useTranslation()
  const eventText = useEventText()
  return ({ kind, file, messages, count }) => {
    const [first] = messages
    if (kind === 'lost' && first && 'ref' in first) return first.ref // all that it holds
    if (file !== null) return t('whatIf.ofFile', { file, count })
    const named = messages.map(eventText).join('; ')
    return messages.length < count ? `${named} …` : named
  }
}
