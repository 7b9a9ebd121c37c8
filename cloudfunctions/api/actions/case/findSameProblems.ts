import { isNearProblem, isSameProblem } from '../../../../domain/case/recurrence'
import type { CaseDocument } from '../../../../types/documents/cases'
import { reply, type Handler } from '../../context'
import { refuse } from '../../../../types/api/refusal'
import { viewOf } from '../../access/scope'
import { myReports } from './myReports'
import { openCasesOf, type Known } from './sameProblem'
import { summaries } from './view/summaries'

/** More than this nobody compares before sending. */
const NEAR_MAX = 5

/** 是否已有人举报. Only what the person may see: cases the office has looked at, and the own ones. */
export const findSameProblems: Handler<'findSameProblems'> = async ({ estateId, categoryCode, place }, call) => {
  const estate = await call.store.get('estates', estateId)
  if (estate?.townId !== call.townId) return refuse('ESTATE_UNKNOWN')
  const open = await openCasesOf(call.store, call.townId, estateId)
  const same = categoryCode === null ? [] : open.filter(({ case_ }) => isSameProblem(case_, { estateId, categoryCode, place }))
  const near = open.filter((known) => !same.includes(known) && isNearProblem(known.case_, { estateId, categoryCode, place }))
  const mine = await myReports(call, [...same, ...near].map(({ document }) => document._id))
  const visible = (known: readonly Known[]): readonly CaseDocument[] => known.map(({ document }) => document).filter((document) => viewOf(call.person, document, mine.has(document._id)) !== null)
  return reply({ cases: await summaries(call, visible(same)), near: await summaries(call, visible(near).slice(0, NEAR_MAX)) })
}
