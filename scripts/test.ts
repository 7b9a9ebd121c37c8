import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** One part of the whole run; `jest` parts count their tests, others count as one. */
type Part = { readonly name: string; readonly command: string; readonly arguments: readonly string[]; readonly environment?: Record<string, string>; readonly jest?: boolean }

const jest = (name: string, projects: readonly string[], environment: Record<string, string>, ...more: string[]): Part => ({ name, command: 'npx', arguments: ['jest', ...more, '--selectProjects', ...projects], environment, jest: true })

/** Stories told again and again to be killed or spied on at each step: minutes of them, and no time of day in any. */
const ONCE = '/test/cloudfunctions/.*([kK]illed|[rR]ace|badRequests|secrets|hiddenReporter|permissions|twoRoles|visitors|slips|deleteMyData|receivedPhotos|caseBounds|lookedAt|manyAtOnce|beat|stuck|outbox|tellManagers|tellReporters)\\.test'

/** Left to itself jest spares a core, which of two is the half. */
const ALL_CORES = '--maxWorkers=100%'

/**
 * Whatever day it is: a part of the unit tests under another date each time, told so that it can be repeated (`ANY_DAY='2028-02-29 23:59' npm test`). What else
 * depends on the date runs by `npm run test:dates`.
 */
const [SHARDS, FIRST_DAY, LAST_DAY] = [12, Date.UTC(2024, 0, 1), Date.UTC(2040, 0, 1)]
const anyDay = process.env.ANY_DAY ?? new Date(FIRST_DAY + Math.floor(Math.random() * (LAST_DAY - FIRST_DAY))).toISOString().slice(0, 16).replace('T', ' ')

function underAnotherDate(): Part {
  // The day chooses the shard too: the same day is the same tests.
  const shard = (Math.floor(Date.parse(`${anyDay.replace(' ', 'T')}Z`) / 86_400_000) % SHARDS) + 1
  const { arguments: words, ...part } = jest(`unit ${shard} of ${SHARDS}, ANY_DAY='${anyDay}'`, ['unit'], { TZ: 'UTC', FAKETIME_DONT_FAKE_MONOTONIC: '1' }, ALL_CORES, `--shard=${shard}/${SHARDS}`, `--testPathIgnorePatterns=/node_modules/|${ONCE}`)
  return { ...part, command: 'faketime', arguments: ['-f', `@${anyDay}:00`, 'npx', ...words] }
}

/** The rules must give the same anywhere on earth, so their tests run in two time zones; what starts processes runs once, one file at a time. */
const PARTS: readonly Part[] = [
  { name: 'functions build', command: 'npm', arguments: ['run', '-s', 'build:functions'] },
  { name: 'weapp build', command: 'npm', arguments: ['run', '-s', 'build:weapp'] },
  { name: 'h5 build', command: 'npm', arguments: ['run', '-s', 'build:h5'] },
  { name: 'types, lint, floors', command: 'npm', arguments: ['run', '-s', 'check'] },
  { name: 'weapp gate', command: 'npm', arguments: ['run', '-s', 'check:weapp'] },
  jest('unit and ui, UTC', ['unit', 'ui'], { TZ: 'UTC' }, ALL_CORES),
  jest('unit, New York', ['unit'], { TZ: 'America/New_York' }, ALL_CORES, `--testPathIgnorePatterns=/node_modules/|${ONCE}`),
  underAnotherDate(),
  jest('cloud and browser', ['cloud'], { TZ: 'UTC' }, '--runInBand'),
]

function run({ name, command, arguments: words, environment, jest: isJest }: Part, folder: string): { passed: number; failed: number } {
  console.log(`\n== ${name}`)
  const report = path.join(folder, 'report.json')
  rmSync(report, { force: true })
  const all = isJest ? [...words, '--json', `--outputFile=${report}`] : words
  // jest's --json would print the report on stdout as well; its readable lines are on stderr.
  const { status } = spawnSync(command, all, { stdio: ['ignore', isJest ? 'ignore' : 'inherit', 'inherit'], env: { ...process.env, ...environment } })
  if (!isJest) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number; success: boolean }
    // A suite that cannot even start has no failed test, and has failed all the same.
    return { passed: numPassedTests, failed: success && status === 0 ? 0 : Math.max(numFailedTests, numFailedTestSuites, 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'linjing-test-'))
const results = PARTS.map((part) => ({ name: part.name, ...run(part, folder) }))
rmSync(folder, { recursive: true, force: true })
const sum = (of: 'passed' | 'failed') => results.reduce((total, result) => total + result[of], 0)
console.log()
for (const { name, passed, failed } of results) console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} of ${passed + failed}`)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)
