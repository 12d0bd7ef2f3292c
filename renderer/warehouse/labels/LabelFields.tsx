import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './LabelsDialog.module.css'
import { copiesOf, MOST_COPIES, sizeOf, sizes, type useLabelSettings } from './labelSettings.ts'

const kinds = ['code128', 'qrcode'] as const

/** What kind of code, in which size, and how many of each. */
export function LabelFields({ settings, set }: ReturnType<typeof useLabelSettings>) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const standard = Object.keys(sizes) as (keyof typeof sizes)[]
  const nameOf = (id: keyof typeof sizes) => `${number(sizes[id].width)} × ${number(sizes[id].height)} mm`
  const side = (key: 'width' | 'height') => ({
    label: t(`labels.${key}`),
    value: settings[key],
    onChange: (value: string) => set({ [key]: value }),
    error: sizeOf({ ...settings, width: '100', height: '100', [key]: settings[key] })
      ? undefined
      : t('labels.wrongSide'),
    numeric: true,
  })
  return (
    <>
      <SelectField
        label={t('labels.kind')}
        value={settings.kind}
        onChange={(kind) => set({ kind })}
        options={kinds.map((id) => ({ id, name: t(`labels.${id}`) }))}
      />
      <SelectField
        label={t('labels.size')}
        value={settings.size}
        onChange={(size) => set({ size })}
        options={[
          ...standard.map((id) => ({ id, name: nameOf(id) })),
          { id: 'own' as const, name: t('labels.ownSize') },
        ]}
      />
      {settings.size === 'own' && (
        <div className={styles.sides}>
          <TextField {...side('width')} />
          <TextField {...side('height')} />
        </div>
      )}
      <TextField
        label={t('labels.copies')}
        value={settings.copies}
        onChange={(copies) => set({ copies })}
        error={copiesOf(settings) === null ? t('labels.wrongCopies', { most: MOST_COPIES }) : undefined}
        numeric
      />
    </>
  )
}
