import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { useGo } from '../../warehouse/navigation.ts'
import { useView } from '../../warehouse/queries.ts'
import { BalancePicture } from './BalancePicture.tsx'
import styles from './Shortages.module.css'
import { ShortBatches } from './ShortBatches.tsx'
import { ShortLines } from './ShortLines.tsx'

/** One SKU that is short: when it runs out, the lines that wait and why, and its batches with what can be done to them. */
export function Shortage({ sku }: { sku: string }) {
  const { t } = useTranslation()
  const go = useGo()
  const row = useView('shortages', { sku, limit: 1 }).data?.rows[0]
  return (
    <section className={styles.detail} aria-label={t('shortages.of', { sku })}>
      <div className={screen.paneHead}>
        <h2>{t('shortages.of', { sku })}</h2>
        <div>
          <Button kind="quiet" onPress={() => go('receive', { receive: { sku } })}>
            {t('shortages.receive')}
          </Button>
          <Button kind="quiet" onPress={() => go('history', { history: { sku } })}>
            {t('order.history')}
          </Button>
        </div>
      </div>
      <p className={row ? undefined : screen.fine}>
        {row
          ? `${t('today.lines', { count: row.lines })} · ${t('today.units', { count: row.units })}`
          : t('shortages.noLonger')}
      </p>
      <BalancePicture sku={sku} />
      <ShortLines sku={sku} />
      <ShortBatches sku={sku} />
    </section>
  )
}
