import { plainAddress } from '../../../../domain/household/address'
import { standingOf } from '../../../../domain/survey/right'
import { inBuilding } from '../../../../store/households'
import { reply, type Handler } from '../../context'
import { isRefused, surveyIn } from './surveyIn'

/** 上门名单. Whether a household has answered is all there is to know. */
export const listDoors: Handler<'listDoors'> = async ({ surveyId, building, open }, call) => {
  const survey = await surveyIn(call, surveyId)
  if (isRefused(survey)) return survey
  const { estateId } = survey
  const wanted = plainAddress({ building, unit: '', room: '' }).building
  const [all, households] = await Promise.all([
    call.store.findAll('households', { where: { estateId }, orderBy: [['order', 'asc']], fields: ['building'] }),
    wanted === '' ? [] : call.store.findAll('households', { where: inBuilding(estateId, wanted), orderBy: [['order', 'asc']] }),
  ])
  const doors = households.map((household) => ({ householdId: household._id, label: household.label, standing: standingOf(household, { id: surveyId, denominator: survey.denominator, opensAt: survey.opensAt }) }))
  return reply({ buildings: [...new Set(all.map((each) => each.building))], doors: doors.filter(({ standing }) => standing !== 'notAsked' && (!open || standing === 'open')) })
}
