import { type ReactNode, useId } from 'react'
import screen from '../../ui/screen.module.css'
import styles from './Today.module.css'

/** The answer to one question. `actions`: where it leads. */
export function Card({
  title,
  wide,
  actions,
  children,
}: {
  title: string
  wide?: boolean
  actions?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={`${screen.panel} ${styles.card} ${wide ? styles.wide : ''}`} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  )
}
