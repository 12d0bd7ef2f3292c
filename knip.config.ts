import type { KnipConfig } from 'knip'

/** Style sheets name the packages that fonts come from. */
const importsOfCss = (css: string): string =>
  [...css.matchAll(/(?:@import |url\()"([^"]+)"/g)].map(([, path]) => `import '${path}'`).join('\n')

export default {
  entry: [
    // Started by name rather than imported.
    'tests/support/processes/*.ts',
    'tests/**/*.cjs',
    'tests/**/fixture*/*.ts',
    'tests/bench/core/importProcess.ts',
    '{desktop,tests}/stand-in/{run,hook,boot,electron,preloadWorld,conformance}.ts',
  ],
  project: ['core/**!', 'electron/**!', 'renderer/**!', 'desktop/**', 'tests/**'],
  // Its configuration, when it is run, looks for a browser.
  playwright: { config: [], entry: ['tests/e2e/{playwright.config,*.spec}.ts'] },
  compilers: { css: importsOfCss },
  ignoreBinaries: ['mount', 'umount'], // of the system
  ignoreExportsUsedInFile: { type: true, interface: true },
} satisfies KnipConfig
