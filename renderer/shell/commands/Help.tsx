import { BookOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { commandIds, commands, menus } from '../../warehouse/commands.ts'
import { useCommandText } from './commandText.ts'
import styles from './Help.module.css'
import { keysText } from './keys.ts'

/** All that has keys, as the menu has it. */
export function Help({ onClose, onGuide }: { onClose: () => void; onGuide: () => void }) {
  const { t } = useTranslation()
  const textOf = useCommandText()
  return (
    <Modal title={t('command.help')} onClose={onClose}>
      <div>
        <Button onPress={onGuide} autoFocus>
          <BookOpen size={16} aria-hidden />
          {t('help.open')}
        </Button>
      </div>
      <div className={styles.menus}>
        {menus.map((menu) => (
          <section key={menu} aria-label={t(`main.menu.${menu}`)}>
            <h3>{t(`main.menu.${menu}`)}</h3>
            <dl className={styles.keys}>
              {commandIds
                .filter((id) => commands[id].menu === menu)
                .map((id) => (
                  <div key={id}>
                    <dt>{textOf(id)}</dt>
                    {commands[id].keys.map((keys) => (
                      <dd key={keys}>
                        <kbd>{keysText(keys)}</kbd>
                      </dd>
                    ))}
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
