import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** What is shipped beside what vite bundles, and lists in `licenses.json`. Chromium's own are in a file of Electron. */
const shipped = ['electron', 'better-sqlite3', 'pretendard', '@fontsource-variable/noto-sans-jp']

/** Lists it likewise in `licenses-shipped.json`. */
const licencesOfShipped = (): Plugin => ({
  name: 'licences-of-shipped',
  generateBundle() {
    const found = shipped.map((name) => {
      const folder = join(import.meta.dirname, 'node_modules', name)
      const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      const file = ['LICENSE', 'dist/LICENSE.txt'].map((file) => join(folder, file)).find(existsSync)
      if (!file) throw new Error(`${name} has no licence`)
      return { name, version, identifier: license, text: readFileSync(file, 'utf8') }
    })
    this.emitFile({ type: 'asset', fileName: 'licenses-shipped.json', source: JSON.stringify(found) })
  },
})

export default defineConfig({
  main: {
    plugins: [licencesOfShipped()],
    build: {
      license: { fileName: 'licenses.json' },
      target: 'node24',
      // The second is a thread, started by its name: both lie in one folder.
      lib: { entry: ['electron/main.ts', 'core/adapters/sqlite/backups/fileThread.ts'] },
    },
  },
  preload: {
    build: {
      lib: { entry: 'electron/preload.ts' },
      externalizeDeps: false, // a sandboxed preload can require nothing but electron
      rollupOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: 'chrome140',
      license: { fileName: 'licenses.json' },
      minify: 'oxc',
      chunkSizeWarningLimit: 1000, // kB; it is read from the disk
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0, // the content security policy allows no data: fonts
      rollupOptions: { input: { index: 'renderer/index.html', gallery: 'renderer/gallery.html' } },
    },
  },
})
