import { CODE_LENGTH, CODE_LETTERS, showCode } from '../../../domain/household/code'
import { codeLetters, readCode } from '../../../domain/household/readCode'

export type CodeReading = {
  /** In groups of five, as on the slip. */
  readonly shown: string
  /** What is wrong already; nothing while it is only not finished. */
  readonly fault: string | null
  readonly missing: number
  readonly code: string | null
}

/** 绑定码 while it is being typed: wrong letters and a wrong whole are told at once, a part is not called wrong. */
export function codeReading(typed: string): CodeReading {
  const letters = codeLetters(typed)
  const read = readCode(typed)
  const isPart = letters.length < CODE_LENGTH && [...letters].every((letter) => CODE_LETTERS.includes(letter))
  return { shown: letters.length > CODE_LENGTH / 2 ? showCode(letters) : letters, fault: read.ok || isPart ? null : read.fault, missing: Math.max(0, CODE_LENGTH - letters.length), code: read.ok ? read.code : null }
}
