import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { OutcomeSummary, OutcomeView } from '../../warehouse/OutcomeView.tsx'
import { undoFailureText } from '../../warehouse/undoText.ts'
import styles from './Session.module.css'
import type { StockEntry } from './session.ts'
import { useTakeBack } from './useTakeBack.ts'

const MOST = 5 // of those that stay

/** Shows what taking all these entries back would change, takes them back, and says what came of it. */
export function TakeBackDialog({ entries, onClose }: { entries: readonly StockEntry[]; onClose: () => void }) {
  const { t } = useTranslation()
  const [all] = useState(entries) // they are no longer in effect once they were taken back
  const { draft, done, count, refused } = useTakeBack(all)
  const nothing = t('outcome.nothingElse')
  const stay = refused.length > 0 && (
    <ul className={styles.refused} aria-label={t('session.stay', { count: refused.length })}>
      {refused.slice(0, MOST).map(({ entry, refusal }) => (
        <li key={entry.seq}>
          <strong>{entry.event.ref}</strong> {undoFailureText(refusal, t)}
        </li>
      ))}
      {refused.length > MOST && <li>{t('session.more', { count: refused.length - MOST })}</li>}
    </ul>
  )
  return (
    <Modal title={t('session.takeBack')} onClose={onClose}>
      {done ? (
        <>
          <Alert tone={refused.length === 0 ? 'good' : 'plain'}>{t('session.tookBack', { count })}</Alert>
          {stay}
          <OutcomeView outcome={done} nothing={nothing} />
          <div>
            <Button autoFocus onPress={onClose}>
              {t('order.close')}
            </Button>
          </div>
        </>
      ) : (
        <MessageForm
          label={t('session.takeBack')}
          draft={draft}
          kind="primary"
          confirm={t('session.takeBackCount', { count })}
          isDisabled={!draft.settling && count === 0}
          autoFocus
          summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={nothing} />}
          onDone={() => {}}
          beside={
            <Button kind="quiet" onPress={onClose}>
              {t('undo.keep')}
            </Button>
          }
        >
          {stay}
        </MessageForm>
      )}
    </Modal>
  )
}
