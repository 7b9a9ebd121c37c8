import { yearOf } from '../../../../domain/time/beijing'
import { seesTown } from '../../access/scope'
import { reply, type Handler } from '../../context'
import { summariesOf } from './summaries'

/** 满意率调查 of a year, by estate. */
export const readSurveys: Handler<'readSurveys'> = async (request, call) => {
  const year = request.year ?? yearOf(call.now)
  const all = await call.store.findAll('surveys', { where: { townId: call.townId, year } })
  return reply({ year, surveys: [...(await summariesOf(call, all.filter(({ stage }) => stage !== 'draft' || seesTown(call.person))))] })
}
