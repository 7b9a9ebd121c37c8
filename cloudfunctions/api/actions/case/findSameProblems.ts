import { reply, type Handler } from '../../context'
import { refuse } from '../../../../types/api/refusal'
import { viewOf } from '../../access/scope'
import { summaries } from './view/summaries'
import { casesOfProblem, openOf } from './sameProblem'

/** 是否已有人举报. Only what a neighbour may see: cases the office has looked at. */
export const findSameProblems: Handler<'findSameProblems'> = async ({ estateId, categoryCode, place }, call) => {
  const estate = await call.store.get('estates', estateId)
  if (estate?.townId !== call.townId) return refuse('ESTATE_UNKNOWN')
  const open = openOf(await casesOfProblem(call.store, call.townId, { estateId, categoryCode, place })).map(({ document }) => document)
  return reply({ cases: await summaries(call, open.filter((document) => viewOf(call.person, document, false) !== null)) })
}
