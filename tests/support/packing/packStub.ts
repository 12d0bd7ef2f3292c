import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** As Electron ships them and @electron/fuses finds them: a mark, the version, their number, and a digit for each. */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09101100011'
const PLIST = '<plist version="1.0"><dict/></plist>'
const mac = 'electron/Electron.app/Contents'
const framework = `${mac}/Frameworks/Electron Framework.framework`
const helper = `${mac}/Frameworks/Electron Helper.app/Contents`

const files: Readonly<Record<string, string>> = {
  'electron/electron': FUSES,
  'electron/electron.exe': FUSES,
  'electron/locales/de.pak': '',
  'electron/locales/en-US.pak': '',
  'electron/locales/ja.pak': '',
  'electron/locales/ko.pak': '',
  [`${mac}/Info.plist`]: PLIST,
  [`${mac}/MacOS/Electron`]: '',
  [`${mac}/Resources/en.lproj/locale.pak`]: '',
  [`${mac}/Resources/ko.lproj/locale.pak`]: '',
  [`${framework}/Electron Framework`]: FUSES,
  [`${framework}/Versions/A/Resources/ko.lproj/locale.pak`]: '',
  [`${helper}/Info.plist`]: PLIST,
  [`${helper}/MacOS/Electron Helper`]: '',
  'icons/icon-tool.js': `require('fs').writeFileSync(process.argv.at(-1).replace('--out=', '') + '/icon.icns', '')`,
  fpm: '#!/bin/sh\nprintf "%s\\n" "$@" > "$0.txt"\n',
}

/**
 * What electron-builder would download, as far as it touches it: Electron for every system, in one folder; what makes
 * icons for macOS; fpm, which makes Debian packages and here writes down what it was asked for. Answers what has
 * electron-builder use them.
 */
export async function writeStubs(folder: string): Promise<{ options: string[]; environment: Record<string, string> }> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content, { encoding: 'latin1', mode: 0o755 })
  }
  return {
    options: [
      `-c.electronDist=${join(folder, 'electron')}`,
      // Both would edit resources, which the stub's electron.exe does not have.
      ...['-c.win.signAndEditExecutable=false', '-c.disableAsarIntegrity=true'],
      '-c.mac.identity=null', // a stub cannot be signed
    ],
    environment: {
      ELECTRON_BUILDER_ICONS_TOOLSET_DIR: join(folder, 'icons'),
      CUSTOM_FPM_PATH: join(folder, 'fpm'),
      LINUX_TOOLS_MAC_PATH: folder, // fpm's, where this runs on macOS
      CSC_IDENTITY_AUTO_DISCOVERY: 'false',
    },
  }
}
