import { useTranslation } from 'react-i18next'
import { CheckField } from '../../ui/CheckField.tsx'
import styles from './LabelsDialog.module.css'
import type { Labelled } from './labelSettings.ts'

type Props = {
  batches: readonly Labelled[]
  /** By their references. */
  leftOut: readonly string[]
  onChange: (leftOut: readonly string[]) => void
}

/** Which of the batches get labels. */
export function ChosenBatches({ batches, leftOut, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.batches}>
      <legend>{t('labels.batches')}</legend>
      <CheckField
        isSelected={leftOut.length === 0}
        onChange={(all) => onChange(all ? [] : batches.map(({ ref }) => ref))}
      >
        {t('labels.all')}
      </CheckField>
      <div className={styles.list}>
        {batches.map(({ ref }) => (
          <CheckField
            key={ref}
            isSelected={!leftOut.includes(ref)}
            onChange={(isChosen) => onChange(isChosen ? leftOut.filter((other) => other !== ref) : [...leftOut, ref])}
          >
            {ref}
          </CheckField>
        ))}
      </div>
    </fieldset>
  )
}
