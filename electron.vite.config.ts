import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
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
      minify: 'oxc',
      chunkSizeWarningLimit: 1000, // kB; it is read from the disk
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0, // the content security policy allows no data: fonts
      rollupOptions: { input: { index: 'renderer/index.html', gallery: 'renderer/gallery.html' } },
    },
  },
})
