import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCloud } from '../../local-cloud/start'
import { buildFunctions } from '../../scripts/buildFunctions'
import { playYear } from '../../scripts/year/play'
import type { YearResult } from '../../scripts/year/result'

const SEED = '2026'
const MONTHS = 1
let directory: string
let functionsDir: string
const inDirectory = (name: string) => path.join(directory, name)

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'year-test-'))
  functionsDir = inDirectory('functions')
  const said = jest.spyOn(console, 'log').mockImplementation(() => undefined)
  await buildFunctions('cloudfunctions', functionsDir)
  said.mockRestore()
}, 120_000)
const started: ChildProcess[] = []
afterAll(() => {
  // Only where a test has failed is one of them still there.
  for (const { pid, exitCode, signalCode } of started) if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

async function play(name: string, seed = SEED): Promise<YearResult> {
  const dataDir = inDirectory(name)
  const cloud = await startCloud({ dataDir, functionsDir, timers: false, quiet: true, mediaVerdictsTo: 'api' })
  try {
    return await playYear({ cloud, dataDir, year: 2026, seed, months: MONTHS })
  } finally {
    await cloud.close()
  }
}

/** The year as a process of its own; killed with all its functions as soon as so many lines stand in its journal. */
function playAsProcess(name: string, killAtLines = Infinity): Promise<{ killed: boolean }> {
  const data = inDirectory(name)
  const args = ['scripts/year.ts', '--months', String(MONTHS), '--seed', SEED, '--data', data, '--functions', functionsDir, '--json', `${data}.json`]
  const child = spawn('node_modules/.bin/tsx', args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  started.push(child)
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const journalLines = (): number => {
    const folder = existsSync(data) ? readdirSync(data, { recursive: true, encoding: 'utf8' }).find((file) => file.endsWith('.jsonl')) : undefined
    return folder === undefined ? 0 : readFileSync(path.join(data, folder), 'utf8').split('\n').filter(Boolean).length
  }
  let killed = false
  const watch = setInterval(() => {
    if (killed || journalLines() < killAtLines) return
    killed = true
    process.kill(-child.pid!, 'SIGKILL')
  }, 5)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      clearInterval(watch)
      if (killed || code === 0) resolve({ killed })
      else reject(new Error(`the year ended with ${code}: ${complaint}`))
    })
  })
}
const resultOf = (name: string): unknown => JSON.parse(readFileSync(`${inDirectory(name)}.json`, 'utf8'))

describe("a town's month, played through the real functions", () => {
  let once: YearResult
  beforeAll(async () => void (once = await play('once')), 300_000)

  test('comes to standings, awards and a ledger that is sound', () => {
    expect(once.standings).toHaveLength(6)
    expect(once.awards.map(({ tier }) => tier)).toEqual(['first', 'first', 'second', 'second', 'third', 'third', 'redProperty'])
    expect(once.ledger).toMatchObject({ sound: true, head: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    expect(once.cases).toBeGreaterThan(20)
    expect(once.findings.overdue).toBeGreaterThan(0)
    expect(once.findings.inspected).toBeGreaterThan(0)
  })

  test('played twice is the same month, to the last hash of its ledger', async () => expect(await play('twice')).toEqual(once), 300_000)

  test('with other chances is another month', async () => expect((await play('other', 'another-seed')).ledger.head).not.toBe(once.ledger.head), 300_000)

  test.each([3, 60, 170])('killed with all its processes after %i steps, and started again, is the same month', async (lines) => {
    const name = `killed-${lines}`
    expect(await playAsProcess(name, lines)).toEqual({ killed: true })
    expect(existsSync(`${inDirectory(name)}.json`)).toBe(false)
    await playAsProcess(name)
    expect(resultOf(name)).toEqual(once)
  }, 300_000)
})
