import '../style/global.css'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { startI18n } from '../i18n/i18n.ts'
import { languageOf } from '../languages/languages.ts'
import { Gallery } from './Gallery.tsx'

// A page of its own, for development and tests: `gallery.html?language=ko&theme=dark`. It is not packed.

const asked = new URLSearchParams(location.search)
const language = languageOf([asked.get('language') ?? ''])
document.documentElement.dataset['theme'] = asked.get('theme') ?? 'system'
await startI18n(language)
createRoot(document.getElementById('root')!).render(
  <I18nProvider locale={language}>
    <Gallery />
  </I18nProvider>,
)
