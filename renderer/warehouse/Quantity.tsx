import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import screen from '../ui/screen.module.css'

/** A dash that does not draw the eye. */
export function None() {
  const { t } = useTranslation()
  return <span className={screen.muted}>{t('none')}</span>
}

type Props = {
  /** Units; null: it has none. */
  value: number | null
  /** Anything but nothing is a matter of concern. */
  alarming?: boolean
}

export function Quantity({ value, alarming = false }: Props) {
  const { number } = useFormat()
  if (value === null) return <None />
  if (value === 0) return <span className={screen.muted}>{number(value)}</span>
  return alarming ? <strong className={screen.alarming}>{number(value)}</strong> : number(value)
}
