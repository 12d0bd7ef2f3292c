import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: 'smoke.spec.ts',
  outputDir: '../../test-results/smoke',
  workers: 1, // the items share the app
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: './lineReporter.ts',
})
