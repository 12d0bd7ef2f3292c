import { useTranslation } from 'react-i18next'
import type { BatchRow } from '../../../electron/contract.ts'
import screen from '../../ui/screen.module.css'
import { type Done, EntryDone } from '../../warehouse/EntryDone.tsx'
import { PhotoList } from '../../warehouse/photos/PhotoList.tsx'
import { photosOf } from '../../warehouse/photos/photosOf.ts'
import { useView } from '../../warehouse/queries.ts'
import { BatchPicture } from './BatchPicture.tsx'
import { KeptLines } from './KeptLines.tsx'
import styles from './StockTake.module.css'
import { WaitingLines } from './WaitingLines.tsx'

type Props = {
  done: Done
  /** The batch as it was before. */
  before: BatchRow | null
  onUndone: () => void
}

export function StockDone({ done, before, onUndone }: Props) {
  const { t } = useTranslation()
  const photos = photosOf(useView('entries', { id: done.id, limit: 1 }).data?.rows[0]?.event)
  const isAdjusted = done.outcome.events.some(({ type }) => type === 'StockAdjusted')
  return (
    <section className={styles.done} aria-label={t('outcome.did')}>
      <EntryDone done={done} nothing={t('outcome.nothingMoves')} onUndone={onUndone}>
        <PhotoList photos={photos} />
        {before && isAdjusted && (
          <>
            <BatchPicture batch={before} outcome={done.outcome} />
            <WaitingLines outcome={done.outcome} message={null} />
            <KeptLines batchRef={before.ref} outcome={done.outcome} />
          </>
        )}
      </EntryDone>
      <p className={screen.hint}>{t('stockTake.next')}</p>
    </section>
  )
}
