import { join } from 'node:path'
import { prepareRuntime } from '../../desktop/prepareRuntime.ts'

/** Once, before the workers start: they inherit what it sets in the environment. */
export default async function globalSetup(): Promise<() => void> {
  // Main is compiled once, rather than at each start.
  process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../../node_modules/.cache/compiled')
  const { runtime, end } = await prepareRuntime()
  console.log(`End-to-end tests on ${runtime}`)
  return end
}
