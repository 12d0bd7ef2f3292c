import { parseArgs } from 'node:util'
import { appSuites } from './app/suites.ts'
import { coreSuites } from './core/suites.ts'
import { appGoals, coreGoals } from './goals.ts'
import { renewTables } from './report/markdown.ts'
import { tableText } from './report/table.ts'
import { run } from './run.ts'

// npm run bench -- [--quick] [--only NAME ...] [--json] [--markdown docs/performance.md]
// With --json there is one object on standard output; what npm itself says there is left out by npm run --silent.

const suites = [...coreSuites, ...appSuites]
const goals = [...coreGoals, ...appGoals]

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    markdown: { type: 'string' },
  },
})
const { quick, only, json, markdown } = values
const unknown = only?.find((name) => !suites.some((suite) => suite.name === name))
if (unknown !== undefined) {
  process.stderr.write(`no ${unknown} among ${suites.map(({ name }) => name).join(', ')}\n`)
  process.exit(2)
}
const chosen = suites.filter(({ name }) => only?.includes(name) ?? true)
const report = await run(chosen, goals, quick)
if (markdown !== undefined) renewTables(markdown, report)
process.stdout.write(`${json ? JSON.stringify(report) : tableText(report)}\n`)
