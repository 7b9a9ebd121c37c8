import type { CaseStateName } from '../../../../domain/case/transitions'
import type { CaseDocument } from '../../../../types/documents/cases'
import { reply, type Handler, type TownCall } from '../../context'
import { IN_MAX } from '../../../../store/database'

const FIXED: readonly CaseStateName[] = ['verified', 'closed']

/** 我的举报小结. */
export const readMyReports: Handler<'readMyReports'> = async (_, call) => {
  const reports = await call.store.findAll('reports', { where: { personId: call.personId, townId: call.townId }, orderBy: [['at', 'desc']], fields: ['caseId', 'first'] })
  const firsts = new Set(reports.filter(({ first }) => first).map(({ caseId }) => caseId))
  const cases = (await statesOf(call, [...new Set(reports.map(({ caseId }) => caseId))])).filter(({ state }) => state !== 'withdrawn')
  const fixed = cases.filter(({ state }) => FIXED.includes(state)).length
  const refusedWithReason = cases.filter(({ state }) => state === 'refused').length
  return reply({ reported: cases.length, fixed, refusedWithReason, open: cases.length - fixed - refusedWithReason, joined: cases.filter(({ _id }) => !firsts.has(_id)).length })
}

async function statesOf(call: TownCall, caseIds: readonly string[]): Promise<readonly Pick<CaseDocument, '_id' | 'state'>[]> {
  const found: Pick<CaseDocument, '_id' | 'state'>[] = []
  for (let from = 0; from < caseIds.length; from += IN_MAX)
    found.push(...(await call.store.find('cases', { where: { _id: { in: caseIds.slice(from, from + IN_MAX) }, townId: call.townId }, limit: IN_MAX, fields: ['state'] })))
  return found
}
