import { answersOf } from './answers'
import { NOT_MET, SATISFIED_MIN, STEPS, type Questionnaire, type Step } from './questionnaire'
import { MODES, type Ballot } from './urn'

/** With fewer ballots a part of the result would show single households (domain.md section 7). */
export const BREAKDOWN_MIN = 10

/** Ballots by step, best first, and those who had nothing to say about it. */
export type QuestionCount = { readonly questionId: string; readonly steps: readonly number[]; readonly notMet: number }
export type ModeCount = { readonly mode: Ballot['mode']; readonly answered: number; readonly satisfied: number }
/** 调查结果, in whole numbers. */
export type SurveyResult = {
  /** 应调查户数. */
  readonly households: number
  /** 已用的答题权, counted among the households; must be `answered`. */
  readonly spent: number
  /** 收回的答卷, counted in the urns. */
  readonly answered: number
  readonly satisfied: number
  /** null: too few to be shown (`BREAKDOWN_MIN`). */
  readonly questions: readonly QuestionCount[] | null
  /** null: one way only, or too few. */
  readonly modes: readonly ModeCount[] | null
  readonly countedAt: number
}

const isSatisfied = (answer: number | undefined): boolean => answer !== undefined && answer >= SATISFIED_MIN
export const satisfiedOf = (ballots: readonly Pick<Ballot, 'answers'>[]): number => ballots.filter(({ answers }) => isSatisfied(answersOf(answers)[0])).length

/**
 * The ways of answering that may be told apart: those with few ballots are one (`merged`), together with the next smallest where they would still be
 * few, so that nothing can be subtracted. The ballots come back so marked; it is for good.
 */
export function withMergedModes(ballots: readonly Ballot[]): readonly Ballot[] {
  const count = (mode: Ballot['mode']) => ballots.filter((ballot) => ballot.mode === mode).length
  const used = MODES.filter((mode) => count(mode) > 0).sort((a, b) => count(a) - count(b))
  const merged = new Set<Ballot['mode']>()
  let inMerged = 0
  for (const mode of used) {
    if (count(mode) >= BREAKDOWN_MIN && (inMerged === 0 || inMerged >= BREAKDOWN_MIN)) break
    merged.add(mode)
    inMerged += count(mode)
  }
  return ballots.map((ballot) => (merged.has(ballot.mode) ? { ...ballot, mode: 'merged' } : ballot))
}

function modesOf(ballots: readonly Ballot[]): readonly ModeCount[] | null {
  const modes = [...MODES, 'merged' as const].map((mode) => {
    const own = ballots.filter((ballot) => ballot.mode === mode)
    return { mode, answered: own.length, satisfied: satisfiedOf(own) }
  }).filter(({ answered }) => answered > 0)
  return modes.length > 1 && modes.every(({ answered }) => answered >= BREAKDOWN_MIN) ? modes : null
}

const questionCount = (questionId: string, answers: readonly number[]): QuestionCount => ({
  questionId, steps: STEPS.map((step: Step) => answers.filter((answer) => answer === step).length), notMet: answers.filter((answer) => answer === NOT_MET).length,
})

type Counted = { readonly questionnaire: Questionnaire; readonly ballots: readonly Ballot[]; readonly households: number; readonly spent: number; readonly countedAt: number }

/** 计票: from ballots whose ways are merged already. */
export function countBallots({ questionnaire, ballots, households, spent, countedAt }: Counted): SurveyResult {
  const answers = ballots.map((ballot) => answersOf(ballot.answers))
  const isEnough = ballots.length >= BREAKDOWN_MIN
  return {
    households, spent, answered: ballots.length, satisfied: satisfiedOf(ballots), countedAt,
    questions: isEnough ? questionnaire.questions.map(({ id }, index) => questionCount(id, answers.map((each) => each[index] ?? NOT_MET))) : null,
    modes: isEnough ? modesOf(ballots) : null,
  }
}

/** 如实区间: the fewest and the most satisfied there could be among all households, if those who did not answer all said the one or the other. */
export const honestBand = ({ households, answered, satisfied }: Pick<SurveyResult, 'households' | 'answered' | 'satisfied'>): { readonly from: number; readonly to: number; readonly of: number } => ({
  from: satisfied, to: satisfied + Math.max(0, households - answered), of: Math.max(households, answered),
})
