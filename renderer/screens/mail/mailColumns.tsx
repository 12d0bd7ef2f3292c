import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MailRow, MailState } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { Column } from '../../ui/columns.tsx'
import { Identifier } from '../../ui/Identifier.tsx'

const tones: Readonly<Record<MailState, Tone>> = { waiting: 'warn', sent: 'good', dead: 'bad' }
export const mailStates = Object.keys(tones) as MailState[]

export const StateBadge = ({ state }: { state: MailState }) => {
  const { t } = useTranslation()
  return <Badge tone={tones[state]}>{t(`mailState.${state}`)}</Badge>
}

/** The SKU that it is about, or the day of the report that it has. */
export const mailName = ({ sku, report }: MailRow, t: TFunction, date: (day: string) => string): string =>
  sku ?? t('mail.report', { date: report === null ? '' : date(report) })

export function useMailColumns(): Column<MailRow>[] {
  const { t } = useTranslation()
  const { number, time, date } = useFormat()
  return useMemo(
    () => [
      {
        id: 'sku',
        header: t('field.sku'),
        width: 'minmax(120px, 1.6fr)',
        cell: (mail) => <strong>{mail.sku === null ? mailName(mail, t, date) : <Identifier text={mail.sku} />}</strong>,
      },
      { id: 'at', header: t('mail.since'), width: '180px', cell: ({ at }) => time(at) },
      {
        id: 'state',
        header: t('mail.state'),
        width: 'minmax(110px, 0.8fr)',
        cell: ({ state }) => <StateBadge state={state} />,
      },
      {
        id: 'attempts',
        header: t('mail.attempts'),
        width: '84px',
        align: 'end',
        cell: ({ attempts }) => number(attempts),
      },
      {
        id: 'failure',
        header: t('mail.failure'),
        width: 'minmax(150px, 1.8fr)',
        cell: ({ failure }) => (failure === null ? t('none') : t(`mailFailure.${failure}`)),
      },
    ],
    [t, number, time, date],
  )
}
