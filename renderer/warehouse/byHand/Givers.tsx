import { useTranslation } from 'react-i18next'
import type { GiverRow, LineRow } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { useFormat } from '../../i18n/format.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { DropList } from '../../ui/DropList.tsx'
import screen from '../../ui/screen.module.css'
import { LineName, lineName } from '../OutcomeView.tsx'
import { useView } from '../queries.ts'
import { failureOf } from '../unwrap.ts'

/** What a line is called while it is dragged. */
export const DRAGGED_LINE = 'order-line'

/** The lines that could give way to the line: one is chosen by Enter, or by dropping the line onto it. */
export function Givers({ taker, onChoose }: { taker: LineRow; onChoose: (giver: GiverRow) => void }) {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  const { orderId, sku, line } = taker
  const { data, error, isPlaceholderData } = useView('givers', { orderId, sku, line })
  if (taker.pinned) return <p className={screen.hint}>{t('takePlace.isPinned')}</p>
  if (error) return <Alert tone="bad">{failureText(failureOf(error), t)}</Alert>
  if (data === undefined || isPlaceholderData) return <p className={screen.hint}>{t('list.loading')}</p>
  if (data.rows.length === 0) return <p className={screen.hint}>{t('takePlace.none')}</p>
  const facts = ({ batchRef, qty, dueDate, eta }: GiverRow) =>
    [
      `${batchRef} (${eta === null ? t('inWarehouse') : t('arrives', { date: date(eta) })})`,
      t('why.units', { count: qty }),
      dueDate === null ? t('why.noDueDate') : t('why.due', { date: date(dueDate) }),
    ].join(' · ')
  return (
    <>
      <p className={screen.hint}>{t('takePlace.choose')}</p>
      <DropList
        label={t('takePlace.givers')}
        items={data.rows}
        idOf={({ seq }) => String(seq)}
        textOf={(giver) => `${lineName(giver, t)}, ${facts(giver)}`}
        accepts={DRAGGED_LINE}
        onChoose={onChoose}
      >
        {(giver) => (
          <>
            <strong>
              <LineName of={giver} />
            </strong>
            <span>{facts(giver)}</span>
            {giver.lateForTaker && <Badge tone="warn">{t('takePlace.wouldBeLate')}</Badge>}
          </>
        )}
      </DropList>
      {data.more && <p className={screen.hint}>{t('takePlace.more', { shown: number(data.rows.length) })}</p>}
    </>
  )
}
