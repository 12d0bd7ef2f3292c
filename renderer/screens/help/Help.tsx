import { BookOpen, Printer, SearchX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { guides, topics } from '../../languages/guide/guide.ts'
import { languageOf } from '../../languages/languages.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import screen from '../../ui/screen.module.css'
import { NUMBERED_PAGES, Paper } from '../../warehouse/out/Paper.tsx'
import { usePrinting } from '../../warehouse/out/usePrinting.ts'
import { About } from './About.tsx'
import { Article } from './Article.tsx'
import styles from './Help.module.css'
import { topicsWith } from './topicsWith.ts'

const A4 = { width: 210, height: 297 } // mm

/** The guide, which can be searched and printed, and what the app is made of. */
export function Help() {
  const { t, i18n } = useTranslation()
  const guide = guides[languageOf([i18n.language])]
  const [search, setSearch] = useState('')
  const [isPrinting, setPrinting] = useState(false)
  const printing = usePrinting()
  const articles = useRef<HTMLDivElement>(null)
  const shown = topicsWith(guide, search)
  useEffect(() => {
    if (isPrinting) printing.print(A4, 'page', () => setPrinting(false))
  }, [isPrinting])
  const lead = (topic: string) => {
    const heading = articles.current?.querySelector<HTMLElement>(`[data-topic="${topic}"] h2`)
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView()
  }
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('help.title')}</h1>
      </header>
      <div className={screen.toolbar} role="search" aria-label={t('help.title')}>
        <div className={screen.wide}>
          <SearchField label={t('help.search')} value={search} onChange={setSearch} />
        </div>
        <div className={screen.end}>
          <Button onPress={() => setPrinting(true)} isPending={printing.isBusy}>
            <Printer size={16} aria-hidden />
            {t('help.print')}
          </Button>
        </div>
      </div>
      {printing.note && <Alert tone={printing.note.tone}>{printing.note.text}</Alert>}
      <div className={styles.panes}>
        <nav className={styles.contents} aria-label={t('help.title')}>
          {shown.map((topic) => (
            <Button key={topic} kind="quiet" onPress={() => lead(topic)}>
              {guide[topic].title}
            </Button>
          ))}
        </nav>
        <div ref={articles} className={styles.articles}>
          {shown.map((topic) => (
            <Article key={topic} topic={topic} {...guide[topic]} search={search} />
          ))}
          {shown.length === 0 && (
            <EmptyState icon={SearchX} title={t('help.noMatch', { text: search.trim() })}>
              <Button onPress={() => setSearch('')}>
                <BookOpen size={16} aria-hidden />
                {t('list.clear')}
              </Button>
            </EmptyState>
          )}
          <About />
        </div>
      </div>
      {isPrinting && (
        <Paper page={NUMBERED_PAGES}>
          <div className={styles.paper}>
            <h1>{t('app.name')}</h1>
            {topics.map((topic) => (
              <Article key={topic} topic={topic} {...guide[topic]} search="" />
            ))}
          </div>
        </Paper>
      )}
    </div>
  )
}
