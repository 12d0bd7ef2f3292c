import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardForesight, BoardView } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import screen from '../../ui/screen.module.css'
import { ImportUndoDialog } from '../../warehouse/ImportUndo.tsx'
import { useView } from '../../warehouse/queries.ts'
import { play } from '../../warehouse/sounds.ts'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import { kinds } from './ConsequenceView.tsx'
import styles from './WhatIf.module.css'

type Props = { board: BoardView; foresight: BoardForesight; onClose: () => void }

/** Turns the board into entries, by one confirmation of what the person has seen: what has changed since must be seen first. */
export function EnterBoard({ board, foresight, onClose }: Props) {
  const { t } = useTranslation()
  const [seen, setSeen] = useState(foresight)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error | null>(null)
  const [done, setDone] = useState<{ id: string; foresight: BoardForesight } | null>(null)
  const [id] = useState(() => crypto.randomUUID())
  const [atFirst] = useState(board)
  const [outdated, setOutdated] = useState<BoardForesight | null>(null) // until what it comes to now is known
  const total = atFirst.changes.reduce((sum, { count }) => sum + count, 0)
  const refused = (of: BoardForesight) => of.refusals.reduce((sum, { count }) => sum + count, 0)
  const hasChanged = !done && foresight.mark !== seen.mark
  const title = board.name ?? t('whatIf.title')
  const enter = async () => {
    setBusy(true)
    setFailure(null)
    const request = { id, title: t('whatIf.entry', { name: title }), seen: seen.mark }
    const answer = await unwrap(window.warehouse.enterBoard(board.id, request)).catch(setFailure)
    setBusy(false)
    if (!answer) return
    if (!answer.isDone) return setOutdated(foresight)
    play('confirmed')
    setDone({ id, foresight: answer.foresight })
  }
  if (done) return <Entered {...{ done, total, refused: refused(done.foresight), title, onClose }} />
  return (
    <Modal title={t('whatIf.enterTitle', { name: title })} onClose={isBusy ? undefined : onClose}>
      {failure && <Alert tone="bad">{failureText(failureOf(failure), t)}</Alert>}
      {hasChanged && <Alert tone="bad">{t('whatIf.changedSince')}</Alert>}
      <p>{t('whatIf.willEnter', { count: total - refused(seen) })}</p>
      <Sums of={hasChanged ? foresight : seen} />
      {refused(seen) > 0 && <p className={styles.refused}>{t('whatIf.leftOut', { count: refused(seen) })}</p>}
      <div className={screen.actions}>
        {hasChanged ? (
          <Button kind="primary" onPress={() => setSeen(foresight)}>
            {t('whatIf.iHaveSeen')}
          </Button>
        ) : (
          <Button
            kind="primary"
            isPending={isBusy || foresight === outdated}
            isDisabled={total === refused(seen)}
            onPress={enter}
          >
            {t('whatIf.enterNow')}
          </Button>
        )}
        <Button kind="quiet" autoFocus onPress={onClose}>
          {t('undo.keep')}
        </Button>
      </div>
    </Modal>
  )
}

function Sums({ of }: { of: BoardForesight }) {
  const { t } = useTranslation()
  const some = kinds.filter((kind) => of.sums[kind].lines > 0)
  if (some.length === 0) return <p className={screen.hint}>{t('whatIf.nothing')}</p>
  return (
    <ul className={screen.facts}>
      {some.map((kind) => (
        <li key={kind}>
          {t(`whatIf.became.${kind}`)}: {t('whatIf.sum', { count: of.sums[kind].lines, units: of.sums[kind].units })}
        </li>
      ))}
    </ul>
  )
}

type EnteredProps = {
  done: { id: string }
  total: number
  refused: number
  title: string
  onClose: () => void
}

/** What was entered, all of which can be taken back as one. */
function Entered({ done, total, refused, title, onClose }: EnteredProps) {
  const { t } = useTranslation()
  const [isUndoing, setUndoing] = useState(false)
  const { data, isPlaceholderData } = useView('entries', { id: done.id, limit: 1 })
  const entry = isPlaceholderData ? undefined : data?.rows[0]
  if (isUndoing && entry) return <ImportUndoDialog entry={entry} onClose={onClose} />
  return (
    <Modal title={t('whatIf.enterTitle', { name: title })} onClose={onClose}>
      <Alert tone="good">{t('whatIf.entered', { count: total - refused })}</Alert>
      {refused > 0 && <p className={styles.refused}>{t('whatIf.leftOut', { count: refused })}</p>}
      <div className={screen.actions}>
        <Button autoFocus onPress={onClose}>
          {t('order.close')}
        </Button>
        {entry && (
          <Button kind="quiet" onPress={() => setUndoing(true)}>
            {t('whatIf.takeBack')}
          </Button>
        )}
      </div>
    </Modal>
  )
}
