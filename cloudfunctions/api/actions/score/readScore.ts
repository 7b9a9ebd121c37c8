import { caseFromEvents } from '../../../../domain/case/caseState'
import { categoryByCode } from '../../../../domain/rulebook/categoryByCode'
import { propertyRuleByCode } from '../../../../domain/rulebook/propertyRuleByCode'
import type { Edition, FindingKind } from '../../../../domain/rulebook/edition'
import type { LedgerEntry } from '../../../../domain/ledger/entry'
import { countedOf } from '../../../../domain/score/standings'
import { monthOf } from '../../../../domain/time/beijing'
import { writtenOut } from '../../../../domain/time/chineseTime'
import { refuse } from '../../../../types/api/refusal'
import type { CaseDocument } from '../../../../types/documents/cases'
import { firstEvent, placeText } from '../../../../store/caseFacts'
import { reply, type Handler, type TownCall } from '../../context'
import { isRefusal } from '../case/checks'
import { scoresOf, shown, type Scores } from './scoring'

/** 得分说明: every point with the plan's own words. */
export const readScore: Handler<'readScore'> = async (request, call) => {
  const { estateId, period = monthOf(call.now) } = request
  const scores = await scoresOf(call, period)
  if (isRefusal(scores)) return scores
  const { edition, members, entries, estates } = scores
  const standing = shown(scores).find((each) => each.estateId === estateId)
  const member = members.find((each) => each.estateId === estateId)
  if (!standing || !member) {
    const estate = estates.get(estateId)
    return estate ? refuse('NOT_MEMBER', { estate: estate.name, when: writtenOut(period) }) : refuse('ESTATE_UNKNOWN')
  }
  const own = countedOf(edition, member, entries)
  const reversed = new Set(own.map(({ reverses }) => reverses))
  const caseIds = [...new Set(own.filter(({ basis }) => basis.kind === 'case').map(({ basis }) => basis.id))]
  const cases = caseIds.length > 0 ? await call.store.findAll('cases', { where: { _id: { in: caseIds } } }) : []
  const known = new Map(cases.map((document) => [document._id, document]))
  return reply({
    period, standing,
    weights: { longTermPercent: edition.composite.longTermPercent, propertyPercent: edition.composite.propertyPercent, fullPoints: edition.fullPoints },
    entries: own.map((entry) => ({
      id: entry._id, seq: entry.seq, month: entry.month, sheet: entry.sheet, rule: entry.rule, ...ruleWords(edition, entry), points: entry.points, factAt: entry.factAt, bookedAt: entry.bookedAt,
      note: entry.note, basis: entry.basis, caseNumber: known.get(entry.basis.id)?.number ?? null, about: aboutOf(known.get(entry.basis.id), call, estates), reversed: reversed.has(entry._id), hash: entry.hash,
    })),
  })
}

/** Words about a place may name a door: the list of spots may not. */
function aboutOf(document: CaseDocument | undefined, { rules }: TownCall, estates: Scores['estates']): { category: string; place: string } | null {
  if (!document) return null
  const { categoryCode, editionId, place } = caseFromEvents(document.events)
  const category = categoryCode === null ? undefined : categoryByCode(rules.editionOf(editionId), categoryCode)
  return category ? { category: category.name, place: placeText({ ...place, detail: undefined }, estates.get(firstEvent(document).estateId) ?? null, estates.get(document.estateId) ?? null) } : null
}

function ruleWords(edition: Edition, { rule, sheet }: LedgerEntry): { ruleText: string; clause: string } {
  const words = (text: { text: string; clause: string } | undefined) => ({ ruleText: text?.text ?? '', clause: text?.clause ?? '' })
  if (sheet === 'project') return words(edition.projects)
  if (rule === 'satisfaction') return words(edition.satisfaction)
  if (sheet === 'property') return words(propertyRuleByCode(edition, rule))
  if (rule === 'inspected' || rule === 'doubled') return words(edition.inspection)
  if (rule === 'filed') return { ruleText: '立案扣分（补充规定）', clause: '补充规定 D9' }
  return words(edition.findings[rule as FindingKind])
}
