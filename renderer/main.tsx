import './style/global.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startI18n, systemLanguage } from './i18n/i18n.ts'
import { App } from './shell/App.tsx'
import { ReportPage } from './shell/ReportPage.tsx'
import { queryClient } from './warehouse/queries.ts'
import { loadSettings, setting } from './warehouse/settings.ts'

await loadSettings()
const chosen = setting('language')
await startI18n(chosen === 'system' ? systemLanguage() : chosen)
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      {location.hash === '#report' ? <ReportPage /> : <App />}
    </QueryClientProvider>
  </StrictMode>,
)
