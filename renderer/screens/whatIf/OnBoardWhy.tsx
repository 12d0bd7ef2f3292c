import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LineConsequence } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { useGo } from '../../warehouse/navigation.ts'
import { lineName } from '../../warehouse/OutcomeView.tsx'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import { WhyText } from '../../warehouse/why/WhyText.tsx'
import styles from './WhatIf.module.css'

type Props = { board: string; line: LineConsequence; mark: string }

/** Why a line would wait, or be late, by the board, and what would help. @param mark of what the board comes to */
export function OnBoardWhy({ board, line, mark }: Props) {
  const { t } = useTranslation()
  const go = useGo()
  const { orderId, sku, line: number } = line
  const why = useQuery({
    queryKey: ['whyOnBoard', board, mark, orderId, sku, number],
    queryFn: () => unwrap(window.warehouse.whyOnBoard(board, { orderId, sku, line: number })),
    gcTime: 0,
  })
  return (
    <section className={`${screen.panel} ${styles.why}`} aria-label={lineName(line, t)}>
      <div className={screen.paneHead}>
        <h2>{lineName(line, t)}</h2>
        {line.before !== null && (
          <Button kind="quiet" onPress={() => go('allocations', { order: orderId })}>
            {t('shortages.openOrder')}
          </Button>
        )}
      </div>
      {why.error ? (
        <Alert tone="bad">{failureText(failureOf(why.error), t)}</Alert>
      ) : why.data === undefined ? (
        <p className={screen.hint}>{t('outcome.checking')}</p>
      ) : why.data === null ? (
        <p className={screen.hint}>{t('why.fine')}</p>
      ) : (
        <WhyText why={why.data} />
      )}
    </section>
  )
}
