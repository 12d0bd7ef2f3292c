import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { prepareElectron, prepareStandIn } from './prepare.ts'

// npm run smoke: what only a run on Electron itself can show, one line for each item; see docs/platforms.md. `-- --stand-in`
// runs the items that the stand-in can show. Other arguments are Playwright's.

const root = join(import.meta.dirname, '../..')
const args = process.argv.slice(2).filter((arg) => arg !== '--stand-in')
const { missing, capabilities, end } = process.argv.includes('--stand-in') ? prepareStandIn() : await prepareElectron()
if (missing.length > 0) {
  console.error(`The smoke suite has nothing to run on: ${missing.join('; ')}.`)
  process.exitCode = 1
} else process.exitCode = await runPlaywright()
end()

/** Returns the exit code. */
async function runPlaywright(): Promise<number> {
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  const config = join(import.meta.dirname, 'playwright.config.ts')
  const playwright = spawn(process.execPath, [cli, 'test', '--config', config, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SMOKE_CAPABILITIES: capabilities.join() },
  })
  const [code] = await once(playwright, 'exit')
  return code ?? 1
}
