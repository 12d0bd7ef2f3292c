import { useMutation } from '@tanstack/react-query'
import { CheckCheck, RotateCcw, UserRoundCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MessageInput, NoticeGroupRow } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { PickField } from '../../ui/PickField.tsx'
import screen from '../../ui/screen.module.css'
import { TextField } from '../../ui/TextField.tsx'
import { usePerson } from '../../warehouse/settings.ts'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import { useKept } from '../../warehouse/useKept.ts'
import styles from './GroupWork.module.css'
import { WorkText } from './WorkText.tsx'

const blank = { note: '', to: '' }
const icon = { size: 16, 'aria-hidden': true }

/** Deals with a group of notices: it is acknowledged, or given to somebody, with a note. `people`: who may be meant. */
export function GroupWork({ group, people }: { group: NoticeGroupRow; people: readonly string[] }) {
  const { t } = useTranslation()
  const me = usePerson()
  const [{ note, to }, keep] = useKept(`notices.${group.origin}`, blank)
  const { origin, newest, isOpen, givenTo } = group
  const doing = useMutation({
    mutationFn: (message: MessageInput) => unwrap(window.warehouse.handle(message, crypto.randomUUID())),
    onSuccess: () => keep(blank),
    networkMode: 'always',
  })
  const noted = note.trim() === '' ? {} : { note: note.trim() }
  const known = [...new Set([me, ...people])].filter((name) => name !== '' && name.includes(to.trim()))
  return (
    <div className={styles.work}>
      <p className={screen.hint}>
        <WorkText group={group} />
        {group.note !== null && <> · {t('notices.noted', { note: group.note })}</>}
      </p>
      {doing.error && <Alert tone="bad">{failureText(failureOf(doing.error), t)}</Alert>}
      <div className={styles.fields}>
        <TextField label={t('field.note')} value={note} onChange={(note) => keep({ note })} maxLength={500} optional />
        <PickField label={t('notices.person')} value={to} onChange={(to) => keep({ to })} suggestions={known} />
        <div className={styles.actions}>
          <Button
            isDisabled={to.trim() === '' || doing.isPending}
            onPress={() => doing.mutate({ type: 'NoticesGiven', origin, to: to.trim(), ...noted })}
          >
            <UserRoundCheck {...icon} />
            {t('notices.give')}
          </Button>
          {givenTo !== null && (
            <Button
              isDisabled={doing.isPending}
              onPress={() => doing.mutate({ type: 'NoticesGiven', origin, to: null, ...noted })}
            >
              {t('notices.giveNobody')}
            </Button>
          )}
          {isOpen ? (
            <Button
              kind="primary"
              isDisabled={doing.isPending}
              onPress={() => doing.mutate({ type: 'NoticesAcknowledged', origin, upTo: newest, ...noted })}
            >
              <CheckCheck {...icon} />
              {t('notices.acknowledge')}
            </Button>
          ) : (
            <Button isDisabled={doing.isPending} onPress={() => doing.mutate({ type: 'NoticesReopened', origin })}>
              <RotateCcw {...icon} />
              {t('notices.reopen')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
