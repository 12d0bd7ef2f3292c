import { writeFileSync } from 'node:fs'
import { pagePath, readPage } from './architecturePage.ts'

// npm run architecture: draws the picture in docs/architecture.md from the code.

writeFileSync(pagePath, readPage().redrawn)
