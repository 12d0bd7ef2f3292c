import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

type Timed = { readonly seconds: number; readonly where: string; readonly title: string }

type VitestReport = {
  testResults: { name: string; assertionResults: { fullName: string; duration?: number | null }[] }[]
}
type PlaywrightSuite = {
  file: string
  suites?: PlaywrightSuite[]
  specs: { title: string; tests: { results: { duration: number }[] }[] }[]
}

const SHOWN = 10

/** Prints which tests took longest, from the reports (JSON) of vitest and Playwright in a folder. */
export function printSlowest(folder: string): void {
  const reports = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  const slowest = reports
    .flatMap(timesOf)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SHOWN)
  console.log(`\nThe ${slowest.length} slowest tests`)
  for (const { seconds, where, title } of slowest)
    console.log(`${seconds.toFixed(1).padStart(7)} s  ${where}: ${title}`)
}

export function timesOf(report: VitestReport | { suites: PlaywrightSuite[] }): Timed[] {
  if ('suites' in report) return report.suites.flatMap(timesOfSuite)
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      seconds: (duration ?? 0) / 1000,
      where: basename(name),
      title: fullName,
    })),
  )
}

/** Attempts count together. */
function timesOfSuite({ file, specs, suites = [] }: PlaywrightSuite): Timed[] {
  const own = specs.map(({ title, tests }) => ({
    seconds: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0) / 1000,
    where: basename(file),
    title,
  }))
  return [...own, ...suites.flatMap(timesOfSuite)]
}
