import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import screen from '../../ui/screen.module.css'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import { BoardHead } from './BoardHead.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { ChangeList } from './ChangeList.tsx'
import { ComparisonView } from './ComparisonView.tsx'
import { ConsequenceView } from './ConsequenceView.tsx'
import { EnterBoard } from './EnterBoard.tsx'
import { useBoard, useBoards } from './useBoards.ts'
import { useForesight } from './useForesight.ts'
import styles from './WhatIf.module.css'

/** A board of changes that nobody has made, and everything that they would cause. Nothing of it is in the warehouse until it is confirmed. */
export function WhatIf() {
  const { t } = useTranslation()
  const boards = useBoards()
  const [chosen, choose] = useState<string | null>(null)
  const [other, compareWith] = useState<string | null>(null)
  const [isEntering, setEntering] = useState(false)
  const id = boards?.find((board) => board.id === chosen)?.id ?? boards?.[0]?.id ?? null
  const board = useBoard(id)
  const seen = useForesight(id)
  const second = useForesight(boards?.some((board) => board.id === other) && other !== id ? other : null)
  const isNone = boards?.length === 0
  useEffect(() => {
    if (isNone) void unwrap(window.warehouse.beginBoard())
  }, [isNone])
  useEffect(() => () => setEntering(false), []) // when the screen is left
  if (!boards || !id || !board) return <div className={screen.screen} />
  const { foresight, progress, failure, isStopped } = seen
  return (
    <div className={screen.screen}>
      <BoardHead
        boards={boards}
        board={board}
        onChoose={(id) => {
          choose(id)
          compareWith(null)
        }}
        other={other}
        onCompare={compareWith}
      />
      <div className={`${screen.panes} ${styles.panes}`}>
        <div className={styles.board}>
          <ChangeForm board={id} />
          <ChangeList board={board} foresight={foresight} />
        </div>
        <section className={styles.consequence} aria-label={t('whatIf.consequence')} aria-busy={progress !== null}>
          {failure && <Alert tone="bad">{failureText(failureOf(failure), t)}</Alert>}
          {progress && progress.total > LONG && (
            <div className={screen.progress}>
              <Progress label={t('whatIf.workingOut')} {...progress} />
              <Button onPress={seen.stop}>{t('import.cancel')}</Button>
            </div>
          )}
          {isStopped && (
            <div className={screen.progress}>
              <Alert tone="plain">{t('whatIf.stopped')}</Alert>
              <Button onPress={seen.start}>{t('whatIf.workOut')}</Button>
            </div>
          )}
          {board.changes.length === 0 && other === null ? (
            <p className={screen.hint}>{t('whatIf.intro')}</p>
          ) : foresight === null ? null : second.foresight ? (
            <ComparisonView
              first={{ name: board.name, foresight }}
              second={{ name: boards.find(({ id }) => id === other)?.name ?? null, foresight: second.foresight }}
            />
          ) : foresight.lines.length === 0 ? (
            <p className={screen.hint}>{t('whatIf.nothing')}</p>
          ) : (
            <ConsequenceView board={id} foresight={foresight} />
          )}
          {board.changes.length > 0 && second.foresight === null && (
            <div className={screen.actions}>
              <Button kind="primary" isDisabled={foresight === null || isStopped} onPress={() => setEntering(true)}>
                {t('whatIf.enter')}
              </Button>
            </div>
          )}
        </section>
      </div>
      {isEntering && foresight && <EnterBoard board={board} foresight={foresight} onClose={() => setEntering(false)} />}
    </div>
  )
}

const LONG = 50 // messages: fewer are worked out before a person could read a bar
