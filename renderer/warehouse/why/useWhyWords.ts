import { useTranslation } from 'react-i18next'
import type { Why } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'

type Batch = Why['considered']['batches'][number]
type Holder = NonNullable<Why['holders']>['lines'][number]

/** Each part of a `Why` in the person's language. */
export function useWhyWords() {
  const { t } = useTranslation()
  const { date } = useFormat()
  return {
    expected: (expected: Why['expected']) =>
      expected === null ? t('why.nothing') : t('why.expected', { ref: expected.ref, date: date(expected.eta) }),

    remedy: (remedy: Why['remedy']) => {
      switch (remedy?.change) {
        case undefined:
          return t('why.remedy.none')
        case 'moreUnits':
          return t('why.remedy.moreUnits', { ref: remedy.ref, count: remedy.units })
        case 'newBatch':
          return t('why.remedy.newBatch', { count: remedy.units })
        case 'earlier':
          return t('why.remedy.earlier', { ref: remedy.ref, count: remedy.days })
      }
    },

    considered: ({ ref, eta, available, missing, daysLate }: Batch) =>
      t('why.batch', {
        ref,
        place: eta === null ? t('inWarehouse') : t('arrives', { date: date(eta) }),
        facts: [
          ...(daysLate > 0 ? [t('why.daysLate', { count: daysLate })] : []),
          t('why.free', { count: available }),
          missing > 0 ? t('why.missing', { count: missing }) : t('why.room'),
        ].join(' · '),
      }),

    holder: ({ orderId, line, qty, dueDate, rule }: Holder) =>
      t('why.holder', {
        line: t('lineOf', { orderId, line }),
        facts: [
          t('why.units', { count: qty }),
          dueDate === null ? t('why.noDueDate') : t('why.due', { date: date(dueDate) }),
        ].join(' · '),
        rule: t(`why.rule.${rule}`),
      }),

    ahead: ({ lines, units }: Why['ahead']) => t('why.ahead', { count: lines, units }),
  }
}
