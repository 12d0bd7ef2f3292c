import { defineConfig } from '@playwright/test'
import { useRuntime } from '../support/runtime.ts'

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
  timeout: 60_000,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
})
