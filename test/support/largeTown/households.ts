import { receiptOf } from '../../../domain/survey/secret'
import { standardQuestionnaire } from '../../../domain/survey/questionnaire'
import { urnsFor, type Ballot } from '../../../domain/survey/urn'
import { demoHash } from '../../../scripts/demo/hashes'
import { ESTATES } from '../../../scripts/demo/town'
import { householdDocument } from '../../../store/households'
import { surveyId, urnId } from '../../../store/surveys'
import type { Collections } from '../../../store/collections'
import type { HouseholdActDocument, HouseholdCodeDocument, HouseholdDocument, SlipRunDocument } from '../../../types/documents/households'
import type { PaperBatchDocument, SealedUrnDocument, SurveyDocument, SurveyMeasureDocument, UrnDocument } from '../../../types/documents/surveys'
import { MANAGER, OFFICE, OFFICE_2 } from '../stories'
import { at, hash, personId, TOWN_ID } from '../town'
import { crowdOf, DAY_MS, END, listOf, mixed, momentOf } from './numbers'

export const FINAL_SURVEY = surveyId(TOWN_ID, 'jinxiu', 2025)
export const OPEN_SURVEY = surveyId(TOWN_ID, 'cuihu', 2026)
const office = personId(OFFICE)
const RUN_SLIPS = 50
/** Of an estate in a town of ten thousand cases. */
const HOUSEHOLDS: Readonly<Record<string, number>> = { jinxiu: 2400, cuihu: 1200 }

export function householdsOf(size: number): { readonly [Name in keyof Collections]?: readonly Collections[Name][] } {
  const scale = size / 10_000
  const households = ESTATES.flatMap(({ _id }) => listOf(Math.max(8, (HOUSEHOLDS[_id] ?? 200) * scale), (n) => householdAt(_id, n)))
  const own = households.filter(({ estateId }) => estateId === 'jinxiu')
  return { households, householdCodes: codesOf(households), slipRuns: runsOf(own.length), householdActs: actsOf(households, 2300 * scale), ...surveysOf(households) }
}

function householdAt(estateId: string, n: number): HouseholdDocument {
  const address = { building: String(11 + Math.floor(n / 40)), unit: String(1 + (n % 2)), room: String(100 * (1 + Math.floor((n % 40) / 4)) + (n % 4) + 1) }
  const household = householdDocument(demoHash, { townId: TOWN_ID, estateId, address, status: 'occupied', phoneHashes: [hash(`phone-${estateId}-${n}`)], at: at('2024-12-01 09:00'), by: office })
  const members = n % 3 === 0 ? [{ personId: crowdOf(n), since: at('2025-02-01 09:00'), by: 'code' as const, relation: 'lives' as const, invitedBy: null }] : []
  return { ...household, members, slipId: `slip-${household._id}`, spentIn: (estateId === 'jinxiu' && n % 4 > 0) || n % 5 === 0 ? [surveyId(TOWN_ID, estateId, estateId === 'jinxiu' ? 2025 : 2026)] : [] }
}

const runOf = (n: number): string => `crowd-run-${n}`
const codesOf = (households: readonly HouseholdDocument[]): HouseholdCodeDocument[] =>
  households.map(({ _id: householdId, estateId, slipId, members }, n) => ({
    _id: slipId!, townId: TOWN_ID, householdId, kind: 'slip', relation: null, ...(estateId === 'jinxiu' && { run: runOf(Math.floor(n / RUN_SLIPS)) }), issuedAt: at('2025-01-10 09:00'), issuedBy: office, expiresAt: null,
    spentAt: members.length > 0 ? at('2025-02-01 09:00') : null, spentBy: members[0]?.personId ?? null, replacedAt: null,
  }))

/** In lots, and between them many slips for one door each. */
function runsOf(households: number): SlipRunDocument[] {
  const lots = listOf(Math.ceil(households / RUN_SLIPS), (n): SlipRunDocument => ({ _id: runOf(n), townId: TOWN_ID, estateId: 'jinxiu', building: '', householdId: null, by: office, at: at('2025-01-10 09:00') + n * DAY_MS }))
  const single = listOf(households / 6, (n): SlipRunDocument => ({ _id: `crowd-single-${n}`, townId: TOWN_ID, estateId: 'jinxiu', building: '', householdId: `h-${n}`, by: office, at: at('2025-06-10 09:00') + n * DAY_MS }))
  return [...lots, ...single]
}

/** Fifty of one instant each time a lot is drawn. */
const actsOf = (households: readonly HouseholdDocument[], count: number): HouseholdActDocument[] =>
  listOf(count, (n) => {
    const { _id: householdId, estateId, label } = households[mixed(n, households.length)]!
    return { _id: `act:${householdId}:crowd-${n}`, townId: TOWN_ID, estateId, householdId, label, kind: 'codeIssued', at: momentOf(Math.floor(n / RUN_SLIPS) * RUN_SLIPS, count), by: office, reason: '', members: 0 }
  })

const draft = { townId: TOWN_ID, questionnaire: standardQuestionnaire, editionId: 'demo-1', denominator: 'occupied', savedBy: office, savedAt: 0, publishedBy: personId(OFFICE_2), seedHash: hash('seed'), telling: null, lastDaysTold: true, signals: [], remarksWaiting: 0, proposed: null, decided: null, recontacts: [] } as const satisfies Partial<SurveyDocument>

/** As many ballots in all of them as rights are spent, and no two people of one mind. */
function urnOf({ _id: survey, urns }: SurveyDocument, answered: number, n: number): UrnDocument {
  const count = Math.floor(answered / urns) + (n < answered % urns ? 1 : 0)
  const answers = (k: number) => listOf(8, (question) => 2 + mixed(k, 4, question + 20)).join('')
  const ballots = listOf(count, (k): Ballot => ({ id: hash(`ballot-${survey}-${n}-${k}`).slice(0, 32), revision: 1, answers: answers(n * 1000 + k), mode: 'phone', isQuick: false }))
  return { _id: urnId(survey, n), townId: TOWN_ID, surveyId: survey, ballots: ballots.sort((a, b) => (a.id < b.id ? -1 : 1)), remarks: [], bursts: {}, phones: {}, risks: {} }
}

function surveysOf(households: readonly HouseholdDocument[]): { readonly [Name in keyof Collections]?: readonly Collections[Name][] } {
  const of = (id: string) => households.filter(({ spentIn }) => spentIn.includes(id)).length
  const all = (estateId: string) => households.filter((household) => household.estateId === estateId).length
  const answered = of(FINAL_SURVEY)
  const final: SurveyDocument = {
    ...draft, _id: FINAL_SURVEY, estateId: 'jinxiu', year: 2025, stage: 'final', opensAt: at('2025-11-05 00:00'), closesAt: at('2025-11-20 00:00'), nextAt: null, households: all('jinxiu'), urns: urnsFor(all('jinxiu')), publicAt: at('2025-11-20 00:03'),
    result: { households: all('jinxiu'), spent: answered, answered, satisfied: answered - 3, questions: null, modes: null, countedAt: at('2025-11-20 00:03') },
  }
  const open: SurveyDocument = { ...draft, _id: OPEN_SURVEY, estateId: 'cuihu', year: 2026, stage: 'open', opensAt: at('2026-10-28 00:00'), closesAt: at('2026-11-20 00:00'), nextAt: at('2026-11-17 00:00'), households: all('cuihu'), urns: urnsFor(all('cuihu')), publicAt: null, result: null }
  const sealed = listOf(final.urns, (n): SealedUrnDocument => {
    const urn = urnOf(final, answered, n)
    return { ...urn, remarks: urn.ballots.slice(0, 60).map(({ id }, k) => ({ id: receiptOf(hash, id), text: '门口的灯不亮', state: k % 3 === 0 ? 'waiting' : 'published', by: null, reason: '' })) }
  })
  const doors = households.filter(({ estateId }) => estateId === 'cuihu').map(({ _id }) => _id)
  return {
    surveys: [final, open], sealedUrns: sealed, urns: listOf(open.urns, (n) => urnOf(open, of(OPEN_SURVEY), n)),
    paperBatches: listOf(Math.max(1, doors.length / 40), (n): PaperBatchDocument => ({ _id: `crowd-paper-${n}`, townId: TOWN_ID, surveyId: OPEN_SURVEY, householdIds: doors.slice(n * 20, n * 20 + 20), registeredBy: office, registeredAt: END - n * 60_000, keyed: [], state: 'open' })),
    surveyMeasures: listOf(15, (n): SurveyMeasureDocument => ({ _id: `crowd-measure-${n}`, townId: TOWN_ID, surveyId: FINAL_SURVEY, estateId: 'jinxiu', questionId: null, text: '已增加夜间巡逻', photos: [], at: at('2025-12-01 09:00') + n, by: personId(MANAGER) })),
  }
}
