import { prepareRuntime } from '../../desktop/prepareRuntime.ts'

/** Once, before the workers start: they inherit what it sets in the environment. */
export default async function globalSetup(): Promise<() => void> {
  const { runtime, end } = await prepareRuntime()
  console.log(`End-to-end tests on ${runtime}`)
  return end
}
