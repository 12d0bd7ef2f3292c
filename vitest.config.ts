import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{unit,integration}/**/*.test.ts'],
    testTimeout: 180_000, // some wait for the disk thousands of times
    hookTimeout: 180_000,
  },
})
