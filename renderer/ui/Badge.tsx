import type { ReactNode } from 'react'
import styles from './Badge.module.css'

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'plain'

export const Badge = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>
)
