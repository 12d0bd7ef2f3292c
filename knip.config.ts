import type { KnipConfig } from 'knip'

/** Style sheets name the packages that fonts come from. */
const importsOfCss = (css: string): string =>
  [...css.matchAll(/(?:@import |url\()"([^"]+)"/g)].map(([, path]) => `import '${path}'`).join('\n')

export default {
  entry: [
    // Started by name rather than imported.
    'tests/support/processes/*.ts',
    'tests/{bench/bench,bench/core/importProcess,tour/tour,runner/runTests,architecture/redraw}.ts',
    'tests/smoke/{smoke,playwright.config,smoke.spec,lineReporter}.ts',
    'tests/**/*.cjs',
    'tests/support/app/fixtureApp/*.ts',
    'desktop/*.{ts,cjs}',
    'desktop/stand-in/{run,hook,boot,electron,preloadWorld,conformance}.ts',
  ],
  project: ['core/**!', 'electron/**!', 'renderer/**!', 'desktop/**', 'tests/**'],
  // Its configuration, when it is run, looks for a browser.
  playwright: { config: [], entry: ['tests/e2e/{playwright.config,globalSetup,*.spec}.ts'] },
  compilers: { css: importsOfCss },
  ignoreDependencies: ['@biomejs/biome', 'electron-builder'], // desktop/run.js runs them by name
  ignoreBinaries: ['mount', 'umount', 'unshare', 'Xvfb', 'xdotool', 'dpkg-deb'], // of the system
  ignoreExportsUsedInFile: { type: true, interface: true },
} satisfies KnipConfig
