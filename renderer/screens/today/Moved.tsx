import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { NoticeGroupRow, NoticeKind } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { useStored } from '../../ui/useStored.ts'
import { eventName, useEventText } from '../../warehouse/eventText.ts'
import { useGo } from '../../warehouse/navigation.ts'
import { useView } from '../../warehouse/queries.ts'
import { ownKey } from '../../warehouse/sample.ts'
import { usePerson } from '../../warehouse/settings.ts'
import { useToldText } from '../../warehouse/toldText.ts'
import { Card } from './Card.tsx'
import styles from './Today.module.css'
import { unseen } from './unseen.ts'

const SHOWN = 6
const nothingSeen: Readonly<Record<string, number>> = {}

/** What moved since the operator last said that it was seen, by what caused it. */
export function Moved() {
  const { t } = useTranslation()
  const { number } = useFormat()
  const go = useGo()
  const operator = usePerson()
  const [seen, keep] = useStored(ownKey('seen'), nothingSeen)
  const groups = unseen(useView('noticeGroups', { limit: SHOWN + 1 }).data?.rows ?? [], seen[operator] ?? 0)
  const newest = groups[0]?.newest
  return (
    <Card
      title={t('today.moved')}
      wide
      actions={
        <>
          <Button kind="quiet" onPress={() => go('notices')}>
            {t('nav.notices')}
          </Button>
          <Button
            isDisabled={newest === undefined}
            onPress={() => newest !== undefined && keep((before) => ({ ...before, [operator]: newest }))}
          >
            <Check size={16} aria-hidden />
            {t('today.seen')}
          </Button>
        </>
      }
    >
      {groups.length === 0 ? (
        <p className={screen.fine}>{t('today.nothingMoved')}</p>
      ) : (
        <ul className={styles.list}>
          {groups.slice(0, SHOWN).map((group) => (
            <Cause key={group.origin} group={group} />
          ))}
        </ul>
      )}
      {groups.length > SHOWN && <p className={screen.hint}>{t('today.moreCauses', { shown: number(SHOWN) })}</p>}
    </Card>
  )
}

function Cause({ group: { origin, event, by, at, counts } }: { group: NoticeGroupRow }) {
  const { t } = useTranslation()
  const { time } = useFormat()
  const go = useGo()
  const eventText = useEventText()
  const toldText = useToldText()
  const told = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) as {
    [K in NoticeKind]?: number
  }
  const who = by === null ? time(at) : `${by}, ${time(at)}`
  return (
    <li>
      <Button kind="quiet" onPress={() => go('notices', { origin })}>
        <span className={styles.cause}>
          <span>
            <strong>{eventName(event, t)}</strong> {eventText(event)} <span className={screen.muted}>({who})</span>
          </span>
          <span className={screen.alarming}>{toldText({ told })}</span>
        </span>
      </Button>
    </li>
  )
}
