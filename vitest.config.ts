import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those of the integration tests that take longest. A file that starts last delays the end by all of its time. */
const LONGEST = ['anyMessages', 'undoneAtOnce', 'deliveredAgain', 'killed', 'killedImport', 'together']

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

export default defineConfig({
  test: {
    testTimeout: 180_000, // some wait for the disk thousands of times
    hookTimeout: 180_000,
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2, // vitest by itself leaves one core for a browser that it does not have here
    projects: [
      // Files share a process, so that the core is loaded once: this halves the time.
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'integration', include: ['tests/integration/**/*.test.ts'] } },
    ],
  },
})
