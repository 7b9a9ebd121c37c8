import { monthOf } from '../../../../domain/time/beijing'
import { reply, type Handler } from '../../context'
import { isRefusal } from '../case/checks'
import { scoresOf, shown, stageOf } from './scoring'

export const readStandings: Handler<'readStandings'> = async (request, call) => {
  const { period = monthOf(call.now) } = request
  const scores = await scoresOf(call, period)
  if (isRefusal(scores)) return scores
  const { months, allocation } = scores
  return reply({ period, stage: stageOf(period, monthOf(call.now), allocation), months: [...months], standings: shown(scores) })
}
