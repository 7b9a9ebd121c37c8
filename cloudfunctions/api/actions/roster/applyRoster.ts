import { DAY_MS } from '../../../../domain/time/beijing'
import { ROSTER_PAGE_ROWS, rosterPageId } from '../../../../store/roster'
import { refuse } from '../../../../types/api/refusal'
import type { HouseholdActDocument } from '../../../../types/documents/households'
import type { RosterImportDocument } from '../../../../types/documents/roster'
import { reply, type Handler, type TownCall } from '../../context'
import { belongsTo } from '../estates'
import { takeOver } from './takeOver'

/** After a day the roster may have changed under it: it is checked anew. What was begun may be finished later. */
const CHECKED_MS = DAY_MS

/** 导入名册: one page a call. A page counts as taken over when all its households are; done twice, nothing is left to change. */
export const applyRoster: Handler<'applyRoster'> = async ({ importId }, call) => {
  const document = await call.store.get('rosterImports', importId)
  if (document?.townId !== call.townId) return refuse('ROSTER_GONE')
  if (isOver(document)) return reply(progress(document))
  if (document.begunAt === null && call.now >= document.at + CHECKED_MS) return refuse('ROSTER_GONE')
  if (!belongsTo(await call.store.get('estates', document.estateId), call.townId, call.now)) return refuse('ESTATE_UNKNOWN')
  if (document.begunAt === null) await begin(call, importId)

  const page = await call.store.get('rosterPages', rosterPageId(importId, document.applied))
  if (page) await takeOver(call, document.estateId, page.rows)
  const after = await turnPage(call, document)
  // Forgotten before it was taken over; where another call has just done it, the import is further on by now.
  if (!page && after.applied === document.applied) return refuse('ROSTER_GONE')
  return reply(progress(after))
}

const isOver = ({ applied, pages }: RosterImportDocument): boolean => applied >= pages
const progress = ({ applied, total }: RosterImportDocument) => ({ done: Math.min(applied * ROSTER_PAGE_ROWS, total), total })

/** On record before the first household is touched, also where it is never finished. */
const begin = (call: TownCall, importId: string): Promise<void> =>
  call.store.transaction(async (transaction) => {
    const document = await transaction.get('rosterImports', importId)
    if (!document || document.begunAt !== null) return
    await transaction.set('rosterImports', { ...document, begunAt: call.now })
    await transaction.set('householdActs', actOn(call, document))
  })

const actOn = ({ townId, personId, now }: TownCall, { _id, estateId, total, summary: { added, changed } }: RosterImportDocument): HouseholdActDocument => ({
  _id: `act:${_id}`, townId, estateId, householdId: null, label: '全部住户', kind: 'rosterImported', at: now, by: personId, reason: `表里 ${total} 户，新增 ${added} 户，更改 ${changed} 户`, members: 0,
})

const turnPage = (call: TownCall, { _id, applied }: RosterImportDocument): Promise<RosterImportDocument> =>
  call.store.transaction(async (transaction) => {
    const [document, page] = [await transaction.get('rosterImports', _id), await transaction.get('rosterPages', rosterPageId(_id, applied))]
    if (!document) throw new Error(`the import ${_id} has gone while it was taken over`)
    if (!page || document.applied !== applied) return document
    const after = { ...document, applied: applied + 1 }
    await transaction.set('rosterImports', after)
    await transaction.remove('rosterPages', page._id)
    return after
  })
