import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { useDrafts } from './drafts.ts'
import styles from './Session.module.css'

const MOST = 6

/** The batches of which something is entered that is not confirmed; nothing when there are none. */
export function DraftList({ onOpen }: { onOpen: (batchRef: string) => void }) {
  const { t } = useTranslation()
  const { refs, discard } = useDrafts()
  if (refs.length === 0) return null
  return (
    <div className={styles.drafts}>
      <span>{t('session.drafts')}</span>
      <ul aria-label={t('session.drafts')}>
        {refs.slice(0, MOST).map((ref) => (
          <li key={ref}>
            <Button kind="quiet" onPress={() => onOpen(ref)}>
              {ref}
            </Button>
            <Button kind="quiet" aria-label={t('session.discard', { ref })} onPress={() => discard(ref)}>
              <X size={14} aria-hidden />
            </Button>
          </li>
        ))}
        {refs.length > MOST && <li>{t('session.more', { count: refs.length - MOST })}</li>}
      </ul>
    </div>
  )
}
