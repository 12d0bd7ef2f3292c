import { useMutation, useQuery } from '@tanstack/react-query'
import { ClipboardCopy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import styles from './Help.module.css'

/** The versions and licences of what the app is made of, and what who helps must know. */
export function About() {
  const { t } = useTranslation()
  const { data } = useQuery({ queryKey: ['about'], queryFn: () => unwrap(window.warehouse.about()) })
  const copying = useMutation({
    mutationFn: async () => {
      const text = await unwrap(window.warehouse.diagnostics())
      return unwrap(window.warehouse.copyText(text))
    },
    networkMode: 'always',
  })
  return (
    <section className={`${screen.panel} ${screen.card}`} aria-label={t('help.about')}>
      <h2>{t('help.about')}</h2>
      <dl className={styles.versions}>
        {Object.entries(data?.versions ?? {}).map(([name, version]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{version}</dd>
          </div>
        ))}
      </dl>
      <div className={screen.actions}>
        <Button onPress={() => copying.mutate()} isPending={copying.isPending}>
          <ClipboardCopy size={16} aria-hidden />
          {copying.isPending ? t('help.check') : t('help.copy')}
        </Button>
      </div>
      {copying.isSuccess && <Alert tone="good">{t('help.copied')}</Alert>}
      {copying.error && <Alert tone="bad">{failureText(failureOf(copying.error), t)}</Alert>}
      <h3>{t('help.licences')}</h3>
      <p className={screen.hint}>{t('help.licencesHint')}</p>
      <ul className={styles.licences}>
        {data?.licences.map(({ name, version, identifier, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                {name} {version} {identifier !== null && <span className={screen.muted}>{identifier}</span>}
              </summary>
              <pre>{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
