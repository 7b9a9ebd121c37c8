import { parseCron } from '../../local-cloud/timers'

test.each([
  ['0 */5 * * * * *', '2026-11-23T00:00:01Z', '2026-11-23T00:05:00.000Z'],
  ['0 0 8 * * * *', '2026-11-23T00:00:01Z', '2026-11-24T00:00:00.000Z'],
  ['0 30 9 1 * * *', '2026-11-23T00:00:00Z', '2026-12-01T01:30:00.000Z'],
  ['1/10 * * * * * *', '2026-11-23T00:00:02Z', '2026-11-23T00:00:11.000Z'],
])('%s after %s is due at %s, Beijing time', (expression, from, due) => {
  expect(parseCron(expression).nextRun(new Date(from))!.toISOString()).toBe(due)
})
