import { useTranslation } from 'react-i18next'
import type { ViewQuery } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { Alert } from '../../ui/Alert.tsx'
import screen from '../../ui/screen.module.css'
import { useView } from '../queries.ts'
import { failureOf } from '../unwrap.ts'
import { WhyText } from './WhyText.tsx'

/** Why the line waits or is late. It is read when it is shown, since that may take 100 ms behind very many lines. */
export function LineWhy({ line }: { line: ViewQuery<'why'> }) {
  const { t } = useTranslation()
  const { orderId, sku, line: number } = line
  const { data, error, isPlaceholderData } = useView('why', { orderId, sku, line: number })
  if (error) return <Alert tone="bad">{failureText(failureOf(error), t)}</Alert>
  if (data === undefined || isPlaceholderData) return <p className={screen.hint}>{t('outcome.checking')}</p>
  return data === null ? <p className={screen.hint}>{t('why.fine')}</p> : <WhyText why={data} />
}
