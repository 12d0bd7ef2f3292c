import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { afterFocusReturned } from '../../ui/afterFocusReturned.ts'
import { FindList } from '../../ui/FindList.tsx'
import { Modal } from '../../ui/Modal.tsx'
import type { CommandId } from '../../warehouse/commands.ts'
import type { Screen } from '../../warehouse/navigation.ts'
import { bestOf } from './bestOf.ts'
import { useFoundCommands } from './useFoundCommands.ts'
import { useFoundStock } from './useFoundStock.ts'

type Props = { shown: Screen; onRun: (id: CommandId) => void; onClose: () => void }

/** Finds a screen, an action, a batch, a SKU or an order by some of its characters, and leads there. */
export function Palette({ shown, onRun, onClose }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const found = bestOf([...useFoundCommands(shown, onRun), ...useFoundStock(text)], text)
  return (
    <Modal title={t('palette.title')} onClose={onClose}>
      <FindList
        label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        text={text}
        onText={setText}
        items={found}
        empty={t('palette.empty', { text })}
        onChoose={(id) => {
          onClose()
          const chosen = found.find((other) => other.id === id)
          if (chosen) afterFocusReturned(chosen.open)
        }}
      />
    </Modal>
  )
}
