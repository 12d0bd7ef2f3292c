import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Message.module.css'

type Props = { icon: LucideIcon; title: string; hint?: string | undefined; children?: ReactNode }

/** Stands where a list or a form would: nothing is there yet, or it could not be read. */
export const Message = ({ icon: Icon, title, hint, children }: Props) => (
  <div className={styles.message}>
    <Icon size={32} strokeWidth={1.5} aria-hidden />
    <p className={styles.title}>{title}</p>
    {hint && <p className={styles.hint}>{hint}</p>}
    {children}
  </div>
)
