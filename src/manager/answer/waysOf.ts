import type { ActionName } from '../../../types/api'
import type { AnswerWay } from '@/labels/office'

const WAYS = [
  ['answerCase', 'answer'],
  ['returnCase', 'return'],
  ['requestTime', 'extension'],
  ['requestTime', 'suspension'],
] as const satisfies readonly (readonly [ActionName, AnswerWay])[]

/** What the server lets the manager do now, and nothing else. */
export const waysOf = (allowed: readonly string[]): AnswerWay[] => WAYS.filter(([action]) => allowed.includes(action)).map(([, way]) => way)
