import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Ended, runScript } from './runScript.ts'
import { printSlowest } from './slowest.ts'

// npm test: lint, types and build beside the unit tests, then the integration tests, then those of the built app. The first
// failure ends it after the scripts that run beside it. Whatever comes of it, it prints at its end what took longest.

const reports = join(import.meta.dirname, '../../node_modules/.cache/tests')
const report = (name: string) => join(reports, `${name}.json`)
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const vitest = (name: string) => ({
  name,
  args: ['--reporter=default', '--reporter=json', `--outputFile.json=${report(name)}`],
})
const e2e = { name: 'e2e', args: ['--reporter=list,json'], env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('e2e') } }
const stages = [
  [{ name: 'lint' }, { name: 'types' }, { name: 'build' }, vitest('unit')],
  [vitest('integration')],
  [e2e],
]

const ended: Ended[] = []
for (const stage of stages) {
  ended.push(...(await Promise.all(stage.map((script) => runScript(script, { isAlone: stage.length === 1 })))))
  if (ended.some(({ isOk }) => !isOk)) break
}
printSlowest(reports)
const summary = ended.map(({ name, seconds, isOk }) => `${name} ${seconds.toFixed(0)} s${isOk ? '' : ' (failed)'}`)
console.log(`\n${summary.join(', ')}; ${(performance.now() / 1000).toFixed(0)} s in all`)
process.exitCode = ended.every(({ isOk }) => isOk) ? 0 : 1
