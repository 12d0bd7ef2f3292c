import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Alert.module.css'

/** Says at once, also to a screen reader, that something went wrong or was done. */
export function Alert({ tone, children }: { tone: 'good' | 'bad'; children: ReactNode }) {
  const Icon = tone === 'good' ? CircleCheck : CircleAlert
  return (
    <div className={`${styles.alert} ${styles[tone]}`} role={tone === 'good' ? 'status' : 'alert'}>
      <Icon size={18} aria-hidden />
      <div>{children}</div>
    </div>
  )
}
