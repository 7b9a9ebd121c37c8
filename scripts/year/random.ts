/** Chances that depend on nothing but a seed and what they are about: the same question has the same answer in every run, whatever was asked before. */
export type Chances = { readonly part: (about: string) => number; readonly whole: (about: string, below: number) => number; readonly one: <T>(about: string, of: readonly T[]) => T }

export function chancesOf(seed: string): Chances {
  const part = (about: string): number => {
    let hash = 2166136261
    for (const letter of `${seed}|${about}`) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619)
    // Finish the mixing, so that questions that differ in their last letter differ in every bit of the answer.
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
  }
  const whole = (about: string, below: number) => Math.floor(part(about) * below)
  return { part, whole, one: (about, of) => of[whole(about, of.length)]! }
}
