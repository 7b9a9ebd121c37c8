import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '../../..')
function deadline(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/tsx'), ['scripts/deadline.ts', ...args], { cwd: root, input, encoding: 'utf8', maxBuffer: 1 << 26 })
  return { status, stdout, stderr }
}

test('one limit is printed with its explanation', () => {
  const { status, stdout } = deadline(['--from', '2025-12-31T16:00', '--limit', '3d'])
  expect(status).toBe(0)
  expect(stdout.split('\n')[0]).toBe('2026-01-06T17:30:00+08:00')
  expect(stdout).toContain('2026-01-01（周四）至01-03（周六） 元旦放假，不计\n2026-01-04（周日） 调休上班，第1个工作日\n')
  expect(stdout).toContain('截止：2026-01-06（周二） 17:30\n')
})

test('the same as JSON carries its instants as Beijing times', () => {
  const args = ['--json', '--from', '2026-01-09T17:00', '--limit', '2h', '--suspend', '2026-01-09T17:30/2026-01-12T09:00']
  const { dueAt, provisional, explanation } = JSON.parse(deadline(args).stdout) as Record<string, never> & { explanation: { pauses: unknown[] } }
  expect([dueAt, provisional]).toEqual(['2026-01-12T10:30:00+08:00', false])
  expect(explanation.pauses).toMatchObject([{ from: '2026-01-09T17:30:00+08:00', to: '2026-01-12T09:00:00+08:00', workingMs: 1_800_000 }])
})

test('a year without calendar and a limit that is none are refused with a reason', () => {
  expect(deadline(['--from', '2027-12-30T09:00', '--limit', '3d'])).toMatchObject({ status: 1, stderr: '没有2028年的工作日历，无法计算（CALENDAR_MISSING）\n' })
  expect(deadline(['--from', '2026-01-09T17:00', '--limit', '3w'])).toMatchObject({ status: 1, stderr: expect.stringContaining('limit 不是有效时限') as string })
})

test('a batch answers line by line, in order, and goes on after a bad line', () => {
  const suspension = (from: string, to: string) => ({ from, to })
  const lines = [
    JSON.stringify({ from: '2025-12-31T16:00', limit: '3d' }),
    'not json',
    JSON.stringify({ from: '2027-12-30T09:00', limit: '3d', suspensions: [] }),
    JSON.stringify({ from: '2026-01-09T17:00', limit: '2h', suspensions: [suspension('2026-01-12T08:45', '2026-01-12T09:00'), suspension('2026-01-09T17:30', '2026-01-12T08:50')] }),
    JSON.stringify({ from: '2026-01-09T17:00', limit: '2h', suspensions: [suspension('2026-01-12T09:00', '2026-01-12T09:00')] }),
    JSON.stringify({ from: '2026-02-30T17:00', limit: '2h' }),
    JSON.stringify({ from: '2026-01-09T17:00', limit: '0d' }),
    JSON.stringify({ from: 1767949200000, limit: '2h' }),
    JSON.stringify({ from: '2026-01-09T17:00', limit: '2h', suspensions: {} }),
    JSON.stringify({ from: '2026-01-09T17:00', limit: '2h', suspensions: [null] }),
    '[]',
    'null',
    '',
    JSON.stringify({ from: '2026-12-31T09:00:00+08:00', limit: '1d' }),
    JSON.stringify({ from: '2026-01-09T09:00:00Z', limit: '2h' }),
  ]
  const bad = (message: string) => ({ error: 'BAD_INPUT', message: expect.stringContaining(message) as string })
  // Without a newline after the last line.
  const { status, stdout } = deadline(['--batch'], lines.join('\n'))
  expect(status).toBe(0)
  expect(stdout.endsWith('\n')).toBe(true)
  expect(stdout.split('\n')[0]).toBe('{"dueAt":"2026-01-06T17:30:00+08:00","provisional":false}')
  expect(stdout.split('\n')[2]).toBe('{"error":"CALENDAR_MISSING"}')
  expect(stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([
    { dueAt: '2026-01-06T17:30:00+08:00', provisional: false },
    bad('不是有效的 JSON'),
    { error: 'CALENDAR_MISSING' },
    { dueAt: '2026-01-12T10:30:00+08:00', provisional: false },
    bad('暂停的 from 应早于 to'),
    bad('from 不是有效时间'),
    bad('limit 不是有效时限'),
    bad('from 不是有效时间'),
    bad('suspensions 应为列表'),
    bad('suspensions 的每一项'),
    bad('每行应为一个 JSON 对象'),
    bad('每行应为一个 JSON 对象'),
    bad('不是有效的 JSON'),
    { dueAt: '2027-01-04T17:30:00+08:00', provisional: true },
    { dueAt: '2026-01-12T10:00:00+08:00', provisional: false },
  ])
})

test('a long batch keeps its order over many chunks', () => {
  const hours = Array.from({ length: 20_000 }, (_, i) => 1 + (i % 7))
  const { stdout } = deadline(['--batch'], hours.map((amount) => `{"from":"2026-01-12T08:30","limit":"${amount}h"}\n`).join(''))
  const due = ['09:30', '10:30', '11:30', '14:30', '15:30', '16:30', '17:30']
  expect(stdout === hours.map((amount) => `{"dueAt":"2026-01-12T${due[amount - 1]}:00+08:00","provisional":false}\n`).join('')).toBe(true)
})
