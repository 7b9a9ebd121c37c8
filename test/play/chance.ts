/** Chance that depends on nothing but its seed and how often it was asked: the same seed plays the same. */
export type Chance = {
  /** In [0, 1). */
  readonly part: () => number
  readonly whole: (below: number) => number
  readonly one: <T>(of: readonly T[]) => T
  readonly is: (probability: number) => boolean
  /** One of several by their weights; those of no weight are never it. */
  readonly weighted: <T>(of: readonly (readonly [weight: number, value: T])[]) => T
}

export function chanceOf(seed: string): Chance {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 16_777_619) >>> 0, 2_166_136_261)
  const part = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number): number => Math.floor(part() * below)
  return {
    part, whole,
    one: (of) => of[whole(of.length)]!,
    is: (probability) => part() < probability,
    weighted: (of) => {
      let left = part() * of.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of of) {
        left -= weight
        if (left < 0) return value
      }
      return of[of.length - 1]![1]
    },
  }
}
