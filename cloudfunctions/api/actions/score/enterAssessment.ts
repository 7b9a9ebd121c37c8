import { propertyRuleByCode } from '../../../../domain/rulebook/propertyRuleByCode'
import { UNDECIDED } from '../../../../domain/rulebook/edition'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { AssessmentDocument } from '../../../../types/documents/scoring'
import { NO_PHOTOS, receivePhotos } from '../../photos/receivePhotos'
import { takeIn } from '../../photos/takeIn'
import { reply, type Handler, type TownCall } from '../../context'
import { findEstate, isRefusal } from '../case/checks'

type Entered = { readonly estateId: string; readonly note: string; readonly photos: readonly string[] }
type Kind<Document = AssessmentDocument> = Document extends AssessmentDocument ? Omit<Document, '_id' | 'townId' | 'estateId' | 'factAt' | 'enteredAt' | 'by' | 'editionId' | 'booked' | 'photos' | 'note'> : never

/** Writes a fact once; the clock makes the ledger entry of it. The same person's equal send finds the first; another fact under the same id is refused. */
async function enter(call: TownCall, _id: string, { estateId, note, photos }: Entered, kind: Kind): Promise<{ ok: true } | Refusal> {
  const estate = await findEstate(call, estateId)
  if (isRefusal(estate)) return estate
  const received = (await call.store.get('assessments', _id)) ? NO_PHOTOS : await receivePhotos(call, _id, photos)
  if (isRefusal(received)) return received
  return call.store.transaction(async (transaction) => {
    const existing = await transaction.get('assessments', _id)
    if (existing) return existing.by === call.personId && existing.estateId === estateId && Object.entries(kind).every(([field, value]) => existing[field as keyof AssessmentDocument] === value) ? { ok: true } : refuse('ALREADY_ENTERED')
    const entered = { _id, townId: call.townId, estateId, factAt: call.now, enteredAt: call.now, by: call.personId, editionId: call.rules.edition.id, booked: false, photos: received.photos, note }
    await transaction.set('assessments', { ...entered, ...kind })
    await takeIn(call, transaction, { assessmentId: _id }, received, received.photos)
    return { ok: true }
  })
}
const idOf = (call: TownCall, key: string) => `a${call.hash(`${call.personId}|${key}`).slice(0, 24)}`

/** 附件2. A rule whose number nobody has decided is refused. */
export const enterPropertyCheck: Handler<'enterPropertyCheck'> = async ({ key, ruleCode, count, ...entered }, call) => {
  const rule = propertyRuleByCode(call.rules.edition, ruleCode)
  if (!rule) return refuse('RULE_UNKNOWN')
  if (rule.points === UNDECIDED) return refuse('RULE_UNDECIDED', { rule: rule.text })
  const assessmentId = idOf(call, key)
  const written = await enter(call, assessmentId, entered, { kind: 'propertyCheck', ruleCode, count })
  return written.ok ? reply({ assessmentId, points: rule.points * count }) : written
}

/** 方案 五2. */
export const enterProject: Handler<'enterProject'> = async ({ key, level, ...entered }, call) => {
  const assessmentId = idOf(call, key)
  const written = await enter(call, assessmentId, entered, { kind: 'project', level })
  return written.ok ? reply({ assessmentId, points: call.rules.edition.projects.points[level] }) : written
}
