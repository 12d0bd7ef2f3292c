import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter'

type Outcome = 'passed' | 'failed' | 'not shown here'

/** One line for each item, and why it failed or cannot be shown here. */
export default class LineReporter implements Reporter {
  readonly #count: Record<Outcome, number> = { passed: 0, failed: 0, 'not shown here': 0 }

  onTestEnd({ title, annotations }: TestCase, { status, duration, errors }: TestResult): void {
    const outcome = status === 'skipped' ? 'not shown here' : status === 'passed' ? 'passed' : 'failed'
    this.#count[outcome]++
    const lacks = annotations.flatMap(({ type, description }) => (type === 'lacks' && description ? [description] : []))
    const beside = outcome === 'not shown here' ? `needs ${lacks.join(', ')}` : `${(duration / 1000).toFixed(1)} s`
    console.log(`${outcome.padEnd(14)}  ${title.replace(/^\d /, ' $&')} (${beside})`)
    for (const { message } of errors) console.log(message)
  }

  onError({ message }: TestError): void {
    console.log(message)
  }

  onEnd({ status }: FullResult): void {
    const counts = Object.entries(this.#count).map(([outcome, count]) => `${count} ${outcome}`)
    console.log(`\n${counts.join(', ')}${status === 'interrupted' ? ', interrupted' : ''}`)
  }
}
