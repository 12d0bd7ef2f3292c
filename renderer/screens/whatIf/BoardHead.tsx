import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardSummary, BoardView, Failure } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import screen from '../../ui/screen.module.css'
import { TextField } from '../../ui/TextField.tsx'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import styles from './WhatIf.module.css'

type Props = {
  boards: readonly BoardSummary[]
  board: BoardView
  onChoose: (id: string) => void
  /** The board that it is compared with; null: none. */
  other: string | null
  onCompare: (id: string | null) => void
}

const NONE = '-'

/** Which board is shown, what it is called, and which one it is compared with. */
export function BoardHead({ boards, board, onChoose, other, onCompare }: Props) {
  const { t } = useTranslation()
  const { time } = useFormat()
  const [asked, setAsked] = useState<'name' | 'delete' | null>(null)
  const nameOf = ({ name, changes }: BoardSummary) => name ?? t('whatIf.unnamed', { count: changes })
  const others = boards.filter(({ id }) => id !== board.id)
  return (
    <>
      <header className={screen.head}>
        <h1>{t('whatIf.title')}</h1>
        <p className={screen.hint}>{t('whatIf.changedBy', { by: board.by, at: time(board.at) })}</p>
      </header>
      <div className={styles.head}>
        <SelectField
          label={t('whatIf.board')}
          options={boards.map((board) => ({ id: board.id, name: nameOf(board) }))}
          value={board.id}
          onChange={onChoose}
        />
        <Button onPress={() => setAsked('name')}>{t(board.name === null ? 'whatIf.keep' : 'whatIf.rename')}</Button>
        <Button kind="quiet" onPress={async () => onChoose(await unwrap(window.warehouse.beginBoard()))}>
          {t('whatIf.new')}
        </Button>
        <Button kind="quiet" onPress={() => setAsked('delete')}>
          {t('whatIf.delete')}
        </Button>
        {others.length > 0 && (
          <SelectField
            label={t('whatIf.compareWith')}
            options={[
              { id: NONE, name: t('whatIf.compareNone') },
              ...others.map((board) => ({ id: board.id, name: nameOf(board) })),
            ]}
            value={other ?? NONE}
            onChange={(id) => onCompare(id === NONE ? null : id)}
          />
        )}
      </div>
      {asked === 'name' && <NameBoard board={board} onClose={() => setAsked(null)} />}
      {asked === 'delete' && (
        <Modal title={t('whatIf.deleteTitle')} onClose={() => setAsked(null)}>
          <p>{t('whatIf.deleteHint', { count: board.changes.length })}</p>
          <div className={screen.actions}>
            <Button
              kind="danger"
              onPress={() => {
                void unwrap(window.warehouse.deleteBoard(board.id))
                setAsked(null)
              }}
            >
              {t('whatIf.delete')}
            </Button>
            <Button kind="quiet" autoFocus onPress={() => setAsked(null)}>
              {t('undo.keep')}
            </Button>
          </div>
        </Modal>
      )}
    </>
  )
}

function NameBoard({ board, onClose }: { board: BoardView; onClose: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(board.name ?? '')
  const [failure, setFailure] = useState<Failure | null>(null)
  const keep = async () => {
    const refused = await unwrap(window.warehouse.nameBoard(board.id, name.trim())).catch(failureOf)
    if (refused) setFailure(refused)
    else onClose()
  }
  return (
    <Modal title={t(board.name === null ? 'whatIf.keep' : 'whatIf.rename')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) void keep()
        }}
      >
        <TextField
          label={t('whatIf.name')}
          hint={t('whatIf.nameHint')}
          value={name}
          onChange={setName}
          maxLength={80}
          error={failure ? failureText(failure, t) : undefined}
          autoFocus
        />
        <div className={styles.dialogActions}>
          <Button kind="primary" type="submit" isDisabled={!name.trim()}>
            {t('whatIf.keepIt')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
