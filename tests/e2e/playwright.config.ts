import { defineConfig } from '@playwright/test'
import { useRuntime } from '../../desktop/runtime.ts'

// Read again by every worker; only the first reader has something new to say.
const runtime = useRuntime()
if (!process.env['TEST_WORKER_INDEX']) console.log(`End-to-end tests on ${runtime}`)

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  timeout: 120_000,
  expect: { timeout: 15_000 },
  retries: process.env['CI'] ? 1 : 0, // what passed only then is reported as flaky
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
})
