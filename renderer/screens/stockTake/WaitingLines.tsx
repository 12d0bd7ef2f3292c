import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageInput, Outcome, Why } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { lineChangesOf, lineKey } from '../../warehouse/lineChanges.ts'
import { lineName } from '../../warehouse/OutcomeView.tsx'
import { useWhyWords } from '../../warehouse/why/useWhyWords.ts'
import { useWhy } from './useWhy.ts'
import styles from './WaitingLines.module.css'

const FIRST = 3 // lines that are explained before a person asks for more
const MORE = 20

type Props = {
  outcome: Outcome
  /** What is previewed; null: it was done. */
  message: MessageInput | null
}

/** Of each line that an outcome leaves waiting: when it will be filled, why it waits, and what would help. */
export function WaitingLines({ outcome, message }: Props) {
  const { t } = useTranslation()
  const [most, setMost] = useState(FIRST)
  const waiting = lineChangesOf(outcome).filter(({ kind }) => kind === 'backordered')
  const shown = waiting.slice(0, most)
  const whys = useWhy(shown, message)
  if (waiting.length === 0) return null
  return (
    <section className={styles.waiting} aria-label={t('waits.title')}>
      <h4>{t('waits.title')}</h4>
      <ul>
        {shown.map((line, at) => (
          <li key={lineKey(line)}>
            <strong>{lineName(line, t)}</strong> {whys[at] && <Reason why={whys[at]} />}
          </li>
        ))}
      </ul>
      {shown.length < waiting.length && (
        <Button kind="quiet" onPress={() => setMost(most + MORE)}>
          {t('waits.more', { more: waiting.length - shown.length })}
        </Button>
      )}
    </section>
  )
}

function Reason({ why: { expected, holders, ahead, remedy } }: { why: Why }) {
  const { t } = useTranslation()
  const { list } = useFormat()
  const words = useWhyWords()
  const held = holders?.lines.map(words.holder) ?? []
  const others = holders && holders.more > 0 ? [t('why.more', { count: holders.more })] : []
  return (
    <>
      {words.expected(expected)} {words.remedy(remedy)}
      {(holders || ahead.lines > 0) && (
        <small>
          {holders && `${t('why.holders', { ref: holders.ref })} ${list([...held, ...others])}`}{' '}
          {ahead.lines > 0 && words.ahead(ahead)}
        </small>
      )}
    </>
  )
}
