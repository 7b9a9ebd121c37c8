import { monthOf } from '../../../../domain/time/beijing'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler } from '../../context'
import { scoresOf, shown, stageOf } from './scoring'

export const readStandings: Handler<'readStandings'> = async ({ period }, call) => {
  const { months, standings, estates, allocation } = await scoresOf(call, period)
  if (months.length === 0) return refuse('PERIOD_INVALID')
  return reply({ period, stage: stageOf(period, monthOf(call.now), allocation), months: [...months], standings: shown(standings, estates) })
}
