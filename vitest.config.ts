import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those of the integration tests that take longest. A file that starts last delays the end by all of its time. */
const LONGEST = [
  'killed',
  'killedImport',
  'anyMessages',
  'undoneAtOnce',
  'packing',
  'deliveredAgain',
  'together',
  'backups',
]

/** By itself vitest starts large files first until it has seen how long each takes; on a fresh clone it has not. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return index < 0 ? LONGEST.length : index
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

// Processes and threads that tests start would otherwise compile the sources each time: most of what their start takes.
process.env['NODE_COMPILE_CACHE'] = join(import.meta.dirname, 'node_modules/.cache/compiled')

export default defineConfig({
  test: {
    testTimeout: 180_000, // some wait for the disk thousands of times
    hookTimeout: 180_000,
    isolate: false, // files share a process, so that the core is loaded once
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2, // vitest by itself leaves one core for a browser that it does not have here
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'integration', include: ['tests/integration/**/*.test.ts'] } },
    ],
  },
})
