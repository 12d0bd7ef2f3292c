import { useQuery } from '@tanstack/react-query'
import { UserRound } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useCommand } from '../warehouse/commands.ts'
import { useGo } from '../warehouse/navigation.ts'
import { usePerson } from '../warehouse/settings.ts'
import { unwrap } from '../warehouse/unwrap.ts'
import { firstScreen } from './firstScreen.ts'
import styles from './Navigation.module.css'

/** The operator's name: asked for after each start of the app, then shown. */
export function OperatorName() {
  const { t } = useTranslation()
  const { data: operator } = useQuery({ queryKey: ['operator'], queryFn: () => unwrap(window.warehouse.operator()) })
  const [changing, setChanging] = useState(false)
  useCommand('changeOperator', operator ? () => setChanging(true) : null)
  if (!operator) return null
  const { name, suggested } = operator
  return (
    <>
      {name !== null && (
        <AriaButton
          className={styles.entry!}
          aria-label={t('operator.change', { name })}
          onPress={() => setChanging(true)}
        >
          <UserRound size={18} aria-hidden />
          <span className={styles.text}>{name}</span>
        </AriaButton>
      )}
      {(name === null || changing) && <AskOperator suggested={name ?? suggested} onAnswer={() => setChanging(false)} />}
    </>
  )
}

function AskOperator({ suggested, onAnswer }: { suggested: string; onAnswer: () => void }) {
  const { t } = useTranslation()
  const last = usePerson()
  const go = useGo()
  const [name, setName] = useState(suggested)
  const answer = async () => {
    if (!name.trim()) return
    await unwrap(window.warehouse.setOperator(name.trim()))
    if (name.trim() !== last) go(firstScreen(name.trim()))
    onAnswer()
  }
  return (
    <Modal title={t('operator.ask')}>
      <form
        className={styles.operator}
        onSubmit={(event) => {
          event.preventDefault()
          void answer()
        }}
      >
        <TextField label={t('operator.name')} hint={t('operator.hint')} value={name} onChange={setName} autoFocus />
        <div>
          <Button kind="primary" type="submit" isDisabled={!name.trim()}>
            {t('operator.start')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
