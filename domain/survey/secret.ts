import { CODE_LENGTH, codeFrom, isCode, showCode } from '../household/code'
import { codeLetters } from '../household/readCode'

/** 改答码: two codes of ten letters each (90 bits of chance), made on the phone and kept nowhere else. */
export const secretFrom = (hex: string): string => codeFrom(hex) + codeFrom(hex.slice(2 * (CODE_LENGTH - 1)))
/** So many bytes of chance make one. */
export const SECRET_BYTES = 2 * (CODE_LENGTH - 1)

export const isSecret = (text: string): boolean => text.length === 2 * CODE_LENGTH && isCode(text.slice(0, CODE_LENGTH)) && isCode(text.slice(CODE_LENGTH))
export const showSecret = (secret: string): string => [secret.slice(0, CODE_LENGTH), secret.slice(CODE_LENGTH)].map(showCode).join('-')

/** As somebody typed it; null when it is none. */
export function readSecret(typed: string): string | null {
  const letters = codeLetters(typed)
  return isSecret(letters) ? letters : null
}

type Hash = (text: string) => string
const HEX_KEPT = 32
/** Who has the database cannot work back to the secret, and so changes no ballot. A code that is used again in another year is another ballot there. */
export const ballotId = (hash: Hash, surveyId: string, secret: string): string => hash(`ballot|${surveyId}|${secret}`).slice(0, HEX_KEPT)
export const remarkId = (hash: Hash, surveyId: string, secret: string): string => hash(`remark|${surveyId}|${secret}`).slice(0, HEX_KEPT)
/** 回执: what stands in the published list. The same however often the answers are changed, so it tells nobody what was answered. */
export const receiptOf = (id: string): string => showCode(codeFrom(id))
