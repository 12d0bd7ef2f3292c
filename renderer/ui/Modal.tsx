import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Modal as AriaModal, Button, Dialog, Heading, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import styles from './Modal.module.css'

type Props = {
  title: string
  /** Called when the person closes it; undefined: it cannot be closed without an answer. */
  onClose?: () => void
  children: ReactNode
}

export function Modal({ title, onClose, children }: Props) {
  const { t } = useTranslation()
  return (
    <ModalOverlay
      className={styles.overlay!}
      isOpen
      onOpenChange={(open) => !open && onClose?.()}
      isDismissable={onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
    >
      <AriaModal className={styles.modal!}>
        <Dialog className={styles.dialog!}>
          <header className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {onClose && (
              <Button className={styles.close!} aria-label={t('order.close')} onPress={onClose}>
                <X size={18} aria-hidden />
              </Button>
            )}
          </header>
          {children}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  )
}
