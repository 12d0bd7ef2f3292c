import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UpdateState } from '../../../electron/contract.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import screen from '../../ui/screen.module.css'
import { TextField } from '../../ui/TextField.tsx'
import { useSetting } from '../../warehouse/settings.ts'
import { unwrap } from '../../warehouse/unwrap.ts'
import { isFeed } from './isFeed.ts'
import styles from './Settings.module.css'

/** Where new versions come from, whether there is one, and what is new in it. */
export function Updates() {
  const { t } = useTranslation()
  const [kept, keep] = useSetting('updateFeed')
  const [key, setKey] = useSetting('updateKey')
  const [feed, setFeed] = useState(kept) // as it is typed
  const state = useUpdate()
  const checking = useMutation({ mutationFn: () => window.warehouse.checkForUpdate(), networkMode: 'always' })
  const enter = (typed: string) => {
    setFeed(typed)
    if (isFeed(typed.trim())) keep(typed.trim())
  }
  return (
    <>
      <div className={styles.fields}>
        <TextField
          label={t('update.feed')}
          hint={t('update.feedHint')}
          value={feed}
          onChange={enter}
          maxLength={500}
          error={isFeed(feed.trim()) ? undefined : t('update.badFeed')}
          optional
        />
        <TextField
          label={t('update.key')}
          hint={t('update.keyHint')}
          value={key}
          onChange={(typed) => setKey(typed.trim())}
          maxLength={500}
          optional
        />
      </div>
      <State of={kept === '' ? { kind: 'off' } : state} />
      <div className={screen.actions}>
        <Button
          onPress={() => checking.mutate()}
          isDisabled={kept === '' || !isFeed(feed.trim())}
          isPending={checking.isPending}
        >
          {t('update.check')}
        </Button>
      </div>
    </>
  )
}

/** As main tells of it. */
function useUpdate(): UpdateState {
  const [state, setState] = useState<UpdateState>({ kind: 'idle' })
  useEffect(() => {
    void unwrap(window.warehouse.update()).then(setState)
    return window.warehouse.onPush((push) => push.type === 'update' && setState(push.state))
  }, [])
  return state
}

function State({ of: state }: { of: UpdateState }) {
  const { t } = useTranslation()
  switch (state.kind) {
    case 'failed':
      return <Alert tone="bad">{t(`update.fault.${state.fault}`)}</Alert>
    case 'none':
      return <Alert tone="good">{t('update.none')}</Alert>
    case 'downloading':
      return <Progress label={t('update.downloading', state)} done={state.percent} total={100} />
    case 'found':
    case 'ready':
      return (
        <>
          <Alert tone="plain">{t(`update.${state.kind}`, state)}</Alert>
          {state.notes && (
            <section className={screen.facts} aria-label={t('update.notes')}>
              <h3>{t('update.notes')}</h3>
              {state.notes.split('\n').map((line, at) => (
                <p key={at}>{line}</p>
              ))}
            </section>
          )}
          {state.kind === 'found' && (
            <div className={screen.actions}>
              <Button kind="primary" onPress={() => void window.warehouse.downloadUpdate()}>
                {t('update.download')}
              </Button>
            </div>
          )}
        </>
      )
    default:
      return <p className={screen.hint}>{t(`update.${state.kind}`)}</p>
  }
}
