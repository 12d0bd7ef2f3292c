import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'

type Props = {
  onLeave: () => void
  /** null: nothing is entered. */
  onDiscard: (() => void) | null
}

/** What else can be done with an entry than to confirm it: to leave it for later, or to discard it. */
export function Leave({ onLeave, onDiscard }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <Button kind="quiet" onPress={onLeave}>
        {t('stockTake.cancel')}
      </Button>
      {onDiscard && (
        <Button kind="quiet" onPress={onDiscard}>
          {t('stockTake.discard')}
        </Button>
      )}
    </>
  )
}
