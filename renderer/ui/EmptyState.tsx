import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

type Props = { icon: LucideIcon; title: string; hint?: string | undefined; children?: ReactNode }

/** Shown in place of a list or form that has no content yet, or could not be read. */
export const EmptyState = ({ icon: Icon, title, hint, children }: Props) => (
  <div className={styles.empty}>
    <Icon size={32} strokeWidth={1.5} aria-hidden />
    <p className={styles.title}>{title}</p>
    {hint && <p className={styles.hint}>{hint}</p>}
    {children}
  </div>
)
