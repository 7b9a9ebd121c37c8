import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEngine } from '../../local-cloud/engine/openEngine'

jest.setTimeout(300_000)

const folder = mkdtempSync(path.join(tmpdir(), 'linjing-day-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `npm start` without its builds, on a machine whose date is another: until it has started, or has given up. */
function start(date: string): Promise<{ words: string; code: number | null }> {
  const child = spawn('faketime', ['-f', `@${date}`, process.execPath, require.resolve('tsx/cli'), 'scripts/start.ts', '--port', '0', '--data', path.join(folder, date.slice(0, 10))], { env: { ...process.env, TZ: 'UTC', FAKETIME_DONT_FAKE_MONOTONIC: '1' }, detached: true })
  return new Promise((resolve, reject) => {
    let words = ''
    const hear = (chunk: Buffer) => {
      words += chunk.toString()
      // The runner is not the program: both end.
      if (words.includes('按 Ctrl+C 停止')) process.kill(-child.pid!, 'SIGTERM')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', reject)
    child.on('close', (code) => resolve({ words, code }))
  })
}

test('the demo town starts the day after a leap day, in a year nobody has told the holidays of', async () => {
  expect((await start('2028-03-01 01:00:00')).words).toMatch(/邻净已启动: http/)
})

test('on data of an earlier version it says what to do, and leaves them as they are', async () => {
  const day = '2027-06-01'
  expect((await start(`${day} 01:00:00`)).words).toMatch(/邻净已启动: http/)
  const cases = (work: (engine: ReturnType<typeof openEngine>) => unknown) => {
    const engine = openEngine({ file: path.join(folder, day, 'documents.db') })
    try {
      return work(engine)
    } finally {
      engine.close()
    }
  }
  cases((engine) => engine.update('towns', { filter: {}, operations: { $set: { calendarVersion: '1' } }, multi: true }))
  const before = cases((engine) => engine.find('cases'))
  const { words, code } = await start(`${day} 01:10:00`)
  expect([code, words.includes('旧版本留下的')]).toEqual([1, true])
  expect(cases((engine) => engine.find('cases'))).toEqual(before)
})

test('beyond every calendar it says in two languages what to do, and shows no stack', async () => {
  const { words, code } = await start('2100-03-01 01:00:00')
  expect(code).toBe(1)
  expect(words).toContain('请把电脑的日期校准')
  expect(words).toContain('Set the date right and start again')
  expect(words).not.toMatch(/^\s+at /m)
})
