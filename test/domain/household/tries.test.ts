import { blockedUntil, recentTries, TRIES_MAX } from '../../../domain/household/tries'

const HOUR = 3_600_000
const NOW = 1_800_000_000_000

describe('tries with codes that nobody has', () => {
  test('are five an hour', () => {
    const four = [4, 3, 2, 1].map((minutes) => NOW - minutes * 60_000)
    expect(TRIES_MAX).toBe(5)
    expect(blockedUntil([], NOW)).toBeNull()
    expect(blockedUntil(four, NOW)).toBeNull()
    expect(blockedUntil([...four, NOW], NOW)).toBe(four[0]! + HOUR)
  })

  test.each([
    [HOUR - 1, true],
    [HOUR, false],
    [HOUR + 1, false],
  ])('five at one instant block %p ms later: %p', (later, isBlocked) => expect(blockedUntil(Array<number>(5).fill(NOW), NOW + later) !== null).toBe(isBlocked))

  test('of earlier hours are forgotten, in whatever order they stand', () => {
    expect(recentTries([NOW, NOW - HOUR, NOW - 1, NOW - HOUR + 1], NOW)).toEqual([NOW - HOUR + 1, NOW - 1, NOW])
  })

  test('free one place after the other: a window that slides', () => {
    const each12Minutes = [0, 12, 24, 36, 48].map((minutes) => NOW + minutes * 60_000)
    expect(blockedUntil(each12Minutes, NOW + 48 * 60_000)).toBe(NOW + HOUR)
    expect(blockedUntil(each12Minutes, NOW + HOUR)).toBeNull()
    expect(blockedUntil([...each12Minutes, NOW + HOUR], NOW + HOUR)).toBe(NOW + 12 * 60_000 + HOUR)
  })
})
