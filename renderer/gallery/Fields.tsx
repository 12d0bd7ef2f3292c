import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../ui/CheckField.tsx'
import { ChoiceGrid } from '../ui/ChoiceGrid.tsx'
import { DateField } from '../ui/DateField.tsx'
import { PickField } from '../ui/PickField.tsx'
import { ScanField } from '../ui/ScanField.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Gallery.module.css'
import { State } from './State.tsx'

const nothing = () => {}
const reasons = ['water', 'broken', 'failedInspection', 'expired', 'lost', 'other'] as const

/** Each without a value, with one, with a wrong one, and in the states of a pointer and the keyboard. */
export function Fields() {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const wrong = t('problem.missing', { field: t('field.ref') })
  const options = (['light', 'dark'] as const).map((id) => ({ id, name: t(`setting.${id}`) }))
  const choices = reasons.map((id) => ({ id, name: t(`reason.${id}`) }))
  const ref = { label: t('field.ref'), onChange: nothing }
  const pick = { label: t('field.sku'), onChange: nothing, suggestions: [] }
  const date = { label: t('field.eta'), onChange: nothing }
  const select = { label: t('setting.theme'), options, onChange: nothing }
  return (
    <>
      <div className={styles.grid}>
        <TextField {...ref} value="" hint={t('stockTake.damagedHint')} optional />
        <State of="focus">
          <TextField {...ref} value="LOT-26-00012" />
        </State>
        <TextField {...ref} value="LOT-26-00012" error={wrong} />
        <TextField {...ref} value="12" large numeric />
        <PickField {...pick} value="" />
        <PickField {...pick} value="SMALL-TABLE" />
        <PickField {...pick} value="SMALL-TABLE" error={wrong} />
        <SearchField label={t('stock.search')} value="" onChange={nothing} />
        <SelectField {...select} value={null} placeholder={t('stockTake.chooseReason')} />
        <State of="hovered">
          <SelectField {...select} value="light" />
        </State>
        <SelectField {...select} value="dark" error={wrong} />
        <SearchField label={t('stock.search')} value="TABLE" onChange={nothing} />
        <DateField {...date} value={null} hint={t('stockTake.etaHint')} />
        <DateField {...date} value="2031-03-02" />
        <DateField {...date} value="2031-03-02" error={wrong} />
        <ScanField
          label={t('stockTake.find')}
          hint={t('stockTake.findHint')}
          value="LOT-26-00012"
          onChange={nothing}
          onScan={nothing}
          inputRef={input}
        />
      </div>
      <div className={styles.row}>
        {[false, true].map((isSelected) => (
          <CheckField key={`${isSelected}`} isSelected={isSelected} onChange={nothing}>
            {t('setting.sounds')}
          </CheckField>
        ))}
        <State of="hovered">
          <CheckField isSelected={false} onChange={nothing}>
            {t('setting.sounds')}
          </CheckField>
        </State>
      </div>
      {([null, 'broken'] as const).map((value) => (
        <ChoiceGrid
          key={value}
          label={t('stockTake.reason')}
          hint={t('stockTake.reasonHint')}
          options={choices}
          value={value}
          onChange={nothing}
          onDigit={nothing}
          error={value === null ? t('stockTake.chooseReason') : undefined}
        />
      ))}
    </>
  )
}
