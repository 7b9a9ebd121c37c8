import type { EntryDraft } from '../../../domain/ledger/entry'
import { propertyRuleByCode } from '../../../domain/rulebook/propertyRuleByCode'
import { UNDECIDED, type Edition, type Points } from '../../../domain/rulebook/edition'
import { satisfactionBonus } from '../../../domain/survey/satisfaction'
import { monthOf } from '../../../domain/time/beijing'
import type { StoreTransaction } from '../../../store/store'
import type { AssessmentDocument } from '../../../types/documents/scoring'
import { eachLot } from '../eachDue'
import type { Job } from '../job'
import { BOOKED_TOGETHER, bookLot } from './ledger'

/** 考核入账: facts of Annex 2, the survey, created projects and corrections become entries, by the edition they were entered under. */
export const bookAssessments: Job = (services) => {
  const { store, loadRules, now } = services
  // Surveys of one moment are counted side by side: their order in the ledger is not that of chance.
  const due = (limit: number) => store.find('assessments', { where: { booked: false }, orderBy: [['enteredAt', 'asc'], ['_id', 'asc']], limit })
  const book = (lot: readonly AssessmentDocument[]) =>
    bookLot(services, lot, async (transaction, ledger, { _id, townId, editionId }) => {
      const edition = (await loadRules(townId, now)).editionOf(editionId)
      const fact = await transaction.get('assessments', _id)
      if (!fact || fact.booked) return
      const draft = fact.kind === 'correction' ? await reversalOf(transaction, fact) : entryOf(fact, edition)
      await ledger.append(draft ? [draft] : [])
      await transaction.set('assessments', { ...fact, booked: true })
    })
  return eachLot(services, due, book, { size: BOOKED_TOGETHER })
}

type Correction = Extract<AssessmentDocument, { kind: 'correction' }>
type Fact = Exclude<AssessmentDocument, Correction>
const causeOf = (factId: string): string => `assessment:${factId}`

/** 冲正: the same points of the same month, the other way round. */
async function reversalOf(transaction: StoreTransaction, { _id, corrects, by, note }: Correction): Promise<EntryDraft> {
  const entry = await transaction.get('ledger', causeOf(corrects))
  if (!entry) throw new Error(`assessment ${_id} takes back ${corrects}, which is not booked`)
  const { townId, estateId, month, sheet, rule, editionId, points, factAt } = entry
  return { _id: causeOf(_id), townId, estateId, month, sheet, rule, editionId, points: -points, basis: { kind: 'correction', id: corrects }, factAt, by, note, reverses: entry._id }
}

/** The entry a fact asks for; null where it moves nothing (a survey below its bands). */
function entryOf(fact: Fact, edition: Edition): EntryDraft | null {
  const entry = (sheet: EntryDraft['sheet'], rule: string, points: Points, kind: EntryDraft['basis']['kind']): EntryDraft | null =>
    points === 0 ? null : { _id: causeOf(fact._id), townId: fact.townId, estateId: fact.estateId, month: monthOf(fact.factAt), sheet, rule, editionId: edition.id, points, basis: { kind, id: fact._id }, factAt: fact.factAt, by: fact.by, note: fact.note }
  switch (fact.kind) {
    case 'project': return entry('project', `project:${fact.level}`, edition.projects.points[fact.level], 'project')
    case 'survey': return entry('property', 'satisfaction', satisfactionBonus(edition, fact).points, 'survey')
    case 'propertyCheck': {
      const points = propertyRuleByCode(edition, fact.ruleCode)?.points
      if (points === undefined || points === UNDECIDED) throw new Error(`assessment ${fact._id} stands under ${fact.ruleCode}, which has no number`)
      return entry('property', fact.ruleCode, points * fact.count, 'propertyCheck')
    }
  }
}
