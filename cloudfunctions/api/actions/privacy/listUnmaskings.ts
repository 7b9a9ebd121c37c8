import { refuse } from '../../../../types/api/refusal'
import { hasRole } from '../../access/scope'
import { reply, type Handler } from '../../context'

const PAGE = 20

/** 谁看过我的信息; for the auditor, every look. */
export const listUnmaskings: Handler<'listUnmaskings'> = async ({ scope, cursor }, { store, person, personId, townId }) => {
  if (scope === 'all' && !hasRole(person, 'auditor')) return refuse('NOT_ALLOWED')
  const found = await store.find('unmaskings', { where: scope === 'all' ? { townId } : { personId }, orderBy: [['at', 'desc']], skip: cursor, limit: PAGE + 1 })
  return reply({
    unmaskings: found.slice(0, PAGE).map(({ _id, at, byName, reason, caseId, caseNumber }) => ({ id: _id, at, who: byName, reason, caseId, caseNumber })),
    nextCursor: found.length > PAGE ? cursor + PAGE : null,
  })
}
