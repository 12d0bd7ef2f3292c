import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeStubs } from './packStub.ts'

const root = join(import.meta.dirname, '../../..')

/** What was packed for one system and one kind of processor. */
export type Package = {
  /** What SQLite's binding is called there. */
  readonly binding: string
  /** Electron's, with the fuses. */
  readonly executable: string
  /** The folder that app.asar is in. */
  readonly resources: string
}

export type Packed = {
  /** The folder of what was built. */
  readonly out: string
  readonly packages: readonly Package[]
  /** What fpm was asked to make the Debian package of. */
  readonly debian: readonly string[]
}

/** Builds the app and packs it as `npm run pack` does, but for every system, and around stubs. */
export async function pack(folder: string): Promise<Packed> {
  const out = join(folder, 'out')
  const release = join(folder, 'release')
  await run('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn', '--outDir', out])
  const { options, environment } = await writeStubs(folder)
  const configuration = await configure(folder, out)
  const targets = ['--linux', 'deb', '--win', 'dir', '--mac', 'dir', '--x64', '--arm64']
  await run(
    'electron-builder/cli.js',
    [...targets, '--config', configuration, `-c.directories.output=${release}`, ...options],
    environment,
  )
  const debian = await readFile(join(folder, 'fpm.txt'), 'utf8')
  return { out, packages: packagesIn(release), debian: debian.split('\n') }
}

/** The project's configuration, but for where `out` is: in the checkout it may be old, or just being built. */
async function configure(folder: string, out: string): Promise<string> {
  const own = await readFile(join(root, 'electron-builder.yml'), 'utf8')
  const file = join(folder, 'electron-builder.yml')
  await writeFile(file, own.replace('  - out\n', `  - { from: ${JSON.stringify(out)}, to: out }\n  - package.json\n`))
  return file
}

function packagesIn(release: string): Package[] {
  return ['x64', 'arm64'].flatMap((processor) => {
    const suffix = processor === 'x64' ? '' : `-${processor}`
    const linux = join(release, `linux${suffix}-unpacked`)
    const win = join(release, `win${suffix}-unpacked`)
    const mac = join(release, `mac${suffix}/Warehouse.app`)
    return [
      { binding: `linux-${processor}`, executable: join(linux, 'warehouse'), resources: join(linux, 'resources') },
      { binding: `win32-${processor}`, executable: join(win, 'Warehouse.exe'), resources: join(win, 'resources') },
      { binding: `darwin-${processor}`, executable: mac, resources: join(mac, 'Contents/Resources') },
    ]
  })
}

/** Runs a program of a development dependency. Only when it fails is it heard. */
async function run(program: string, args: readonly string[], environment: Record<string, string> = {}): Promise<void> {
  const { VITEST: _, ...inherited } = process.env // electron-builder would leave out what went wrong
  const env = { ...inherited, NODE_ENV: 'production', ...environment } // vitest's would build React for development
  try {
    await promisify(execFile)(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, env })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${program} failed:\n${stdout}${stderr}`)
  }
}
