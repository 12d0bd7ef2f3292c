import { useTranslation } from 'react-i18next'
import type { Why } from '../../../electron/contract.ts'
import { useWhyWords } from './useWhyWords.ts'
import styles from './WhyText.module.css'

/** Why a line waits or is late, and the least that would help, in sentences: first what will be, then how it came to it. */
export function WhyText({ why }: { why: Why }) {
  const { t } = useTranslation()
  const words = useWhyWords()
  const { considered, holders, ahead } = why
  return (
    <div className={styles.why}>
      <p>
        <strong>{words.expected(why.expected)}</strong> {words.remedy(why.remedy)}
      </p>
      {considered.batches.length === 0 ? (
        <p>{t('why.noBatch')}</p>
      ) : (
        <Named title={t('why.considered')} items={considered.batches.map(words.considered)} more={considered.more} />
      )}
      {holders && (
        <Named
          title={t('why.holders', { ref: holders.ref })}
          items={holders.lines.map(words.holder)}
          more={holders.more}
        />
      )}
      {ahead.lines > 0 && <p>{words.ahead(ahead)}</p>}
    </div>
  )
}

/** `more`: how many are not named. */
function Named({ title, items, more }: { title: string; items: readonly string[]; more: number }) {
  const { t } = useTranslation()
  return (
    <div>
      <p>{title}</p>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
        {more > 0 && <li>{t('why.more', { count: more })}</li>}
      </ul>
    </div>
  )
}
