import { readFile } from 'node:fs/promises'
import { homedir, release } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import type { Licence } from './contract.ts'
import type { Ipc } from './ipc.ts'
import { maskReferences } from './maskReferences.ts'
import { settings } from './settings.ts'
import type { WarehouseHost } from './warehouseHost.ts'

const LOG_LINES = 60
/** Order lines that a check takes about a second for; of more, what the last check in a thread found is told. */
const MOST_CHECKED = 20_000

/** What the build lists of what it has bundled, and of what is shipped beside it. */
const lists = ['licenses.json', 'licenses-shipped.json', '../renderer/licenses.json']
const licence: z.ZodType<Licence> = z.object({
  name: z.string(),
  version: z.string(),
  identifier: z.string().nullable().default(null),
  text: z.string().default(''),
})

export function serveAbout(ipc: Ipc, host: WarehouseHost): void {
  ipc.serve('about', z.tuple([]), async () => ({ versions: versions(), licences: await licences() }))
  ipc.serve('diagnostics', z.tuple([]), async () => {
    const found = await whatACheckFinds(host)
    const texts = [lines(versions()), await chosen(), found, await lastOfLog()]
    return texts.join('\n\n')
  })
}

function versions(): Record<string, string> {
  const { electron = '', chrome = '', node = '' } = process.versions
  const all = {
    Warehouse: app.getVersion(),
    Electron: electron,
    Chromium: chrome,
    'Node.js': node,
    [process.platform]: `${release()} ${process.arch}`,
  }
  return Object.fromEntries(Object.entries(all).filter(([, version]) => version !== ''))
}

async function licences(): Promise<Licence[]> {
  const read = async (name: string) => {
    const text = await readFile(join(import.meta.dirname, name), 'utf8')
    return z.array(licence).parse(JSON.parse(text))
  }
  const all = (await Promise.all(lists.map(read))).flat()
  const once = new Map(all.map((licence) => [`${licence.name} ${licence.version}`, licence]))
  return [...once.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/** Without what a person wrote: of reasons their number is told, of folders whether there is one. Those of mail are left out. */
async function chosen(): Promise<string> {
  const { reasons, report, updateFeed, backupsFolder, reportFolder, ...values } = settings().values
  return lines({
    ...values,
    language: `${values.language}, ${app.getLocale()}`,
    feed: URL.parse(updateFeed)?.host ?? 'off', // an address may have a password in it
    reasons: reasons.length,
    report: report.isOn ? report.time : 'off',
    reportFolder: reportFolder === null ? 'own' : 'chosen',
    backupsFolder: backupsFolder === null ? 'off' : 'chosen',
  })
}

async function whatACheckFinds({ current, place }: WarehouseHost): Promise<string> {
  const { batches, products, lines: states } = await current().view('summary', {})
  const count = Object.values(states).reduce((sum, lines) => sum + lines, 0)
  const size = lines({ products, batches, lines: count, sample: place.isSample })
  if (count <= MOST_CHECKED) {
    const broken = await current().check()
    return `${size}\ncheck: ${broken.length === 0 ? 'whole' : maskReferences(JSON.stringify(broken))}`
  }
  const [newest] = await place.backups.list()
  if (!newest) return `${size}\ncheck: too large to be done now, and there is no backup`
  const { at, found } = newest.verified
  return `${size}\ncheck of the newest backup, ${at}: ${found === null ? 'whole' : maskReferences(found)}`
}

async function lastOfLog(): Promise<string> {
  const text = await readFile(log.transports.file.getFile().path, 'utf8').catch(() => '')
  return text
    .trimEnd()
    .split('\n')
    .slice(-LOG_LINES)
    .map((line) => maskReferences(line.replaceAll(homedir(), '~')))
    .join('\n')
}

const lines = (values: object): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
