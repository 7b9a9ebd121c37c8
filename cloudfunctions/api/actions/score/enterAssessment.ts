import { propertyRuleByCode } from '../../../../domain/rulebook/propertyRuleByCode'
import { UNDECIDED } from '../../../../domain/rulebook/edition'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { AssessmentDocument } from '../../../../types/documents/scoring'
import { NO_PHOTOS, receivePhotos } from '../../photos/receivePhotos'
import { takeIn } from '../../photos/takeIn'
import { reply, type Handler, type TownCall } from '../../context'
import { isRefusal } from '../case/checks'
import { datedFact, enterYear, isSameDay, type Dated } from './factDate'

type Entered = { readonly factOn?: string; readonly note: string; readonly photos: readonly string[] }
type Kind<Document = AssessmentDocument> = Document extends AssessmentDocument ? Omit<Document, '_id' | 'townId' | 'estateId' | 'factAt' | 'enteredAt' | 'by' | 'editionId' | 'booked' | 'photos' | 'note'> : never

/** Writes a fact once; the clock makes the ledger entry of it. The same person's equal send finds the first; another fact under the same id is refused. */
async function enter(call: TownCall, _id: string, { estate, factAt, edition }: Dated, { factOn, note, photos }: Entered, kind: Kind): Promise<{ ok: true } | Refusal> {
  const received = (await call.store.get('assessments', _id)) ? NO_PHOTOS : await receivePhotos(call, _id, photos)
  if (isRefusal(received)) return received
  return call.store.transaction(async (transaction) => {
    const existing = await transaction.get('assessments', _id)
    if (existing) return existing.by === call.personId && existing.estateId === estate._id && isSameDay(existing, factOn) && Object.entries(kind).every(([field, value]) => existing[field as keyof AssessmentDocument] === value) ? { ok: true } : refuse('ALREADY_ENTERED')
    const closed = await enterYear(transaction, call.townId, { factAt })
    if (closed) return closed
    const entered = { _id, townId: call.townId, estateId: estate._id, factAt, enteredAt: call.now, by: call.personId, editionId: edition.id, booked: false, photos: received.photos, note }
    await transaction.set('assessments', { ...entered, ...kind })
    await takeIn(call, transaction, { assessmentId: _id }, received, received.photos)
    return { ok: true }
  })
}
const idOf = (call: TownCall, key: string) => `a${call.hash(`${call.personId}|${key}`).slice(0, 24)}`

/** 附件2. A rule whose number nobody has decided is refused. */
export const enterPropertyCheck: Handler<'enterPropertyCheck'> = async ({ key, estateId, ruleCode, count, ...entered }, call) => {
  const dated = await datedFact(call, estateId, entered.factOn)
  if (isRefusal(dated)) return dated
  const rule = propertyRuleByCode(dated.edition, ruleCode)
  if (!rule) return refuse('RULE_UNKNOWN')
  if (rule.points === UNDECIDED) return refuse('RULE_UNDECIDED', { rule: rule.text })
  const assessmentId = idOf(call, key)
  const written = await enter(call, assessmentId, dated, entered, { kind: 'propertyCheck', ruleCode, count })
  return written.ok ? reply({ assessmentId, points: rule.points * count }) : written
}

/** 方案 五2. */
export const enterProject: Handler<'enterProject'> = async ({ key, estateId, level, ...entered }, call) => {
  const dated = await datedFact(call, estateId, entered.factOn)
  if (isRefusal(dated)) return dated
  const assessmentId = idOf(call, key)
  const written = await enter(call, assessmentId, dated, entered, { kind: 'project', level })
  return written.ok ? reply({ assessmentId, points: dated.edition.projects.points[level] }) : written
}
