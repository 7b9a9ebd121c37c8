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

/** With a key that the database does not hold: who was at the door has seen code and receipt, and would find the ballot by a plain one. */
type KeyedHash = (text: string) => string
const HEX_KEPT = 32
/** A survey and a household: the same code used by another household, or in another year, is another ballot there. */
type Whose = { readonly surveyId: string; readonly householdId: string }
/** Without the secret nobody can work out which of the ids is whose, or change a ballot. */
export const ballotId = (hash: KeyedHash, { surveyId, householdId }: Whose, secret: string): string => hash(`ballot|${surveyId}|${householdId}|${secret}`).slice(0, HEX_KEPT)
export const remarkId = (hash: KeyedHash, { surveyId, householdId }: Whose, secret: string): string => hash(`remark|${surveyId}|${householdId}|${secret}`).slice(0, HEX_KEPT)
/** 回执: what stands in the published list. The same however often the answers are changed, so it tells nobody what was answered; and nothing of the ballot can be found by it. */
export const receiptOf = (hash: KeyedHash, id: string): string => showCode(codeFrom(hash(`receipt|${id}`)))
