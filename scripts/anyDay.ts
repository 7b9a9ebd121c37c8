import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

/** Turns of a calendar: the last hour of a year, the end of a short month, the day after a leap day; the last two are beyond what the State Council has told. */
const TURNS = ['2027-12-31 23:30', '2027-02-28 12:00', '2028-03-01 09:00'] as const

const { values, positionals } = parseArgs({ allowPositionals: true, options: { date: { type: 'string', multiple: true } } })

/** `npm run test:dates`: what Node runs, at other dates (Beijing time); `-- --date '2030-05-01 10:00' -- jest arguments` for one of your own. The browser keeps the machine's own clock, and is wrong then, as a phone may be. */
function at(date: string): number {
  const instant = new Date(`${date.replace(' ', 'T')}:00+08:00`).toISOString().slice(0, 19).replace('T', ' ')
  const words = positionals.length > 0 ? positionals : date === TURNS[0] ? [] : ['test/e2e', 'test/journey']
  console.log(`\n== ${date} in Beijing: jest ${words.join(' ')}`)
  // Timers go by the monotonic clock: that one stays true.
  const { status, error } = spawnSync('faketime', ['-f', `@${instant}`, 'npx', 'jest', ...words, '--maxWorkers=1'], { stdio: 'inherit', env: { ...process.env, TZ: 'UTC', FAKETIME_DONT_FAKE_MONOTONIC: '1' } })
  if (error) console.error('there is no faketime: bash scripts/setup.sh')
  return status ?? 1
}

/** The README's steps at each turn that the demo's story has to bend at, by the demo's own clock. */
function walkEveryDate(): boolean {
  console.log('\n== the first five minutes of the README, on every date')
  return spawnSync('npx', ['jest', 'test/e2e/firstMinutes.test.ts', '--maxWorkers=1'], { stdio: 'inherit', env: { ...process.env, EVERY_DATE: '1' } }).status === 0
}

const failed = (values.date ?? TURNS).filter((date) => at(date) !== 0)
if (!values.date && !walkEveryDate()) failed.push('the first five minutes')
console.log(failed.length === 0 ? '\nevery date passed' : `\nfailed: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
