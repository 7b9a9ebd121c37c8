import { dateOf } from '../../../../domain/time/beijing'
import type { Filter } from '../../../../store/database'
import { inBuilding } from '../../../../store/households'
import { refuse } from '../../../../types/api/refusal'
import type { HouseholdActDocument, HouseholdCodeDocument, HouseholdDocument, SlipRunDocument } from '../../../../types/documents/households'
import { reply, type Handler, type TownCall } from '../../context'
import { lotsOf } from '../../../../store/lotsOf'
import { codeOfRun } from './drawSlip'

/** Ten sheets of paper: about a second and 100 MB of memory (decision 0039). */
export const SLIPS_A_PART = 240

/**
 * 打印绑定码. The parts go by what the run drew, not by what is still good of it: a slip that is used while the first part is printed moves nobody out of
 * the second. Who asked, and for how many, is on record before the codes leave.
 */
export const printSlips: Handler<'printSlips'> = async ({ runId, part }, call) => {
  const run = await call.store.get('slipRuns', runId)
  if (run?.townId !== call.townId || run.by !== call.personId) return refuse('SLIPS_NOT_YOURS')
  const [estate, drawn] = await Promise.all([call.store.get('estates', run.estateId), drawnIn(call, run)])
  const parts = lotsOf(SLIPS_A_PART, drawn)
  const asked = parts[part - 1]
  if (!estate || !asked) return refuse('SLIPS_NOT_YOURS')
  const open = asked.filter(({ standing }) => standing === 'open')
  if (open.length === 0) return refuse('SLIPS_ALL_USED')

  const what = `${parts.length > 1 ? `第 ${part} 份，共 ${parts.length} 份：` : ''}${open.length} 张`
  await call.store.set('householdActs', actOn(call, run, { part, what, label: run.householdId === null ? run.building && `${run.building} 幢` : open[0]!.household.label }))
  const { contact, name: townName } = call.rules.town
  const slips = open.map(({ household: { _id, label } }) => ({ label, code: codeOfRun(call, run._id, _id) }))
  // Loaded by who prints: every other call starts without it.
  const { slipSheet } = await import('../../slips/slipSheet')
  const file = await slipSheet(slips, { estateName: estate.name, sender: contact ? `${townName}${contact.office} ${contact.phone}` : `${townName}考核办`, link: call.slipLink })
  return reply({
    name: `${['绑定码', estate.name, run.building && `${run.building}幢`, dateOf(run.at), parts.length > 1 && `第${part}份`].filter(Boolean).join('-')}.docx`,
    file: file.toString('base64'), slips: open.length, part, parts: parts.length,
    used: asked.filter(({ standing }) => standing === 'used').length, replaced: asked.filter(({ standing }) => standing === 'replaced').length,
  })
}

type Drawn = { readonly household: Pick<HouseholdDocument, '_id' | 'label'>; readonly standing: 'open' | 'used' | 'replaced' }

/** All slips of a run, by address. */
async function drawnIn({ store }: TownCall, run: SlipRunDocument): Promise<readonly Drawn[]> {
  const { _id, estateId, building, householdId } = run
  const where: Filter = householdId === null ? inBuilding(estateId, building) : { _id: householdId }
  const [codes, households] = await Promise.all([
    store.findAll('householdCodes', { where: { run: _id }, fields: ['householdId', 'spentAt', 'replacedAt'] }),
    store.findAll('households', { where, orderBy: [['order', 'asc']], fields: ['label', 'order', 'status', 'members', 'slipId'] }),
  ])
  const byHousehold = new Map(codes.map((code) => [code.householdId, code]))
  return households.flatMap((household) => {
    const code = byHousehold.get(household._id)
    return code ? [{ household, standing: standingOf(code, household, run.at) }] : []
  })
}

/** Who has bound by number or invitation since needs no slip; what lies about then is only for others. */
function standingOf(code: Pick<HouseholdCodeDocument, '_id' | 'spentAt' | 'replacedAt'>, { status, members, slipId }: Pick<HouseholdDocument, 'status' | 'members' | 'slipId'>, drawnAt: number): Drawn['standing'] {
  if (code.spentAt !== null || members.some(({ since }) => since >= drawnAt)) return 'used'
  return code.replacedAt !== null || slipId !== code._id || status === 'removed' ? 'replaced' : 'open'
}

/** Each time it is handed out. */
const actOn = ({ townId, personId, now }: TownCall, { _id, estateId, householdId }: SlipRunDocument, { part, what, label }: { part: number; what: string; label: string }): HouseholdActDocument => ({
  _id: `act:${_id}:printed:${part}:${now}`, townId, estateId, householdId, label, kind: 'slipsPrinted', at: now, by: personId, reason: what, members: 0,
})
