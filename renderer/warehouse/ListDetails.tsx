import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import fields from '../ui/fields.module.css'
import { Modal } from '../ui/Modal.tsx'
import screen from '../ui/screen.module.css'
import { useStored } from '../ui/useStored.ts'
import { useWidth } from '../ui/useWidth.ts'
import styles from './ListDetails.module.css'

/** What is told of one row. */
export type Details<Row> = { readonly title: (row: Row) => string; readonly of: (row: Row) => ReactNode }

const BESIDE = 880 // pixels: in less room than this, they are a dialog
const off = { isOn: false }

export type ListDetails<Row> = ReturnType<typeof useListDetails<Row>>

/** The details of the row that the keyboard is on: beside the list while they are on, which is kept on this workstation. */
export function useListDetails<Row>(name: string) {
  const area = useRef<HTMLDivElement>(null)
  const isWide = useWidth(area) >= BESIDE
  const [{ isOn }, keep] = useStored(`details.${name}`, off)
  const [active, setActive] = useState<Row | null>(null)
  const [asked, setAsked] = useState<Row | null>(null)
  const set = (isOn: boolean) => keep(() => (isOn ? { isOn } : null))
  return {
    area: area as RefObject<HTMLDivElement | null>,
    isBeside: isOn && isWide,
    active,
    asked: isWide ? null : asked,
    setActive,
    show: (row: Row) => {
      setActive(row)
      if (isWide) set(true)
      else setAsked(row)
    },
    toggle: () => {
      if (isWide) set(!isOn)
      else setAsked(active)
    },
    close: () => {
      if (isWide) set(false)
      setAsked(null)
    },
  }
}

type Props<Row> = { state: ListDetails<Row>; details: Details<Row> | undefined; children: ReactNode }

export function WithDetails<Row>({ state, details, children }: Props<Row>) {
  const { t } = useTranslation()
  const { active, asked, isBeside, close } = state
  return (
    <div ref={state.area} className={styles.area}>
      {children}
      {details && isBeside && active !== null && (
        <aside className={`${screen.panel} ${styles.aside}`} aria-label={t('list.details')}>
          <header>
            <h2>{details.title(active)}</h2>
            <Button className={fields.icon!} aria-label={t('list.closeDetails')} onPress={close}>
              <X size={16} aria-hidden />
            </Button>
          </header>
          {details.of(active)}
        </aside>
      )}
      {details && asked !== null && (
        <Modal title={details.title(asked)} onClose={close}>
          {details.of(asked)}
        </Modal>
      )}
    </div>
  )
}
