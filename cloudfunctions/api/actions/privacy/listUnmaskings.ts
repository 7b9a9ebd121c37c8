import { refuse } from '../../../../types/api/refusal'
import { hasRole } from '../../access/scope'
import { reply, type Handler } from '../../context'

const PAGE = 20

/** 谁看过我的信息; for the auditor, every look. */
export const listUnmaskings: Handler<'listUnmaskings'> = async ({ scope, cursor }, { store, person, personId, townId }) => {
  if (scope === 'all' && !hasRole(person, 'auditor')) return refuse('NOT_ALLOWED')
  const { items, next } = await store.page('unmaskings', { where: scope === 'all' ? { townId } : { personId }, orderBy: [['at', 'desc']] }, PAGE, cursor)
  return reply({
    unmaskings: items.map(({ _id, at, byName, reason, caseId, caseNumber }) => ({ id: _id, at, who: byName, reason, caseId, caseNumber })),
    nextCursor: next,
  })
}
