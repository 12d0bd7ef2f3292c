import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** A program with the environment that it needs beyond the process's own. */
export type Program = { readonly executable: string; readonly environment: Readonly<Record<string, string>> }

/**
 * The headless Chromium of @sparticuz/chromium, unpacked with its libraries and its font, so that it needs nothing of the system and
 * shows the same text everywhere. The package's own `args` are left alone: they switch web security off.
 *
 * It is unpacked once for every version (two seconds, 230 MB), beside the copy that is renamed into place: processes that start
 * together do not disturb each other.
 */
export async function npmChromium(): Promise<Program> {
  const home = fileURLToPath(new URL('..', import.meta.resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'))
  const cache = join(home, '../../.cache')
  const folder = join(cache, `standin-chromium-${version}`)
  if (!existsSync(folder)) await unpack(home, cache, folder)
  return {
    executable: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  }
}

async function unpack(home: string, cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const staging = await mkdtemp(`${folder}-`)
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: home,
      env: { ...process.env, TMPDIR: staging }, // the package unpacks into the temporary folder of its process
    })
    await writeFile(join(staging, 'fonts/fonts.conf'), fontConfiguration(folder))
    await rename(staging, folder)
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    if (!existsSync(folder)) throw error // otherwise another process was first
  }
}

const script = `
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  await Promise.all([chromium.executablePath(), inflate('bin/al2023.tar.br')])`

/** The package's own configuration names folders of the machines that it was made for. */
const fontConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts/cache</cachedir>
</fontconfig>
`
