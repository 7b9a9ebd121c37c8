import type { OpenAs } from '../../../../domain/case/transitions'
import { placeKeys, placeKind, type Place, type PlaceKind } from '../../../../domain/case/place'
import { isNearProblem, isSameProblem } from '../../../../domain/case/recurrence'
import type { Query } from '../../../../store/database'
import type { CaseDocument } from '../../../../types/documents/cases'
import type { RequestOf } from '../../../../types/api'
import { refuse } from '../../../../types/api/refusal'
import { seesTown, viewOf } from '../../access/scope'
import { reply, type Handler, type TownCall } from '../../context'
import { myReports } from './myReports'
import { known, openCasesOfProblem, type Known } from './sameProblem'
import { summaries } from './view/summaries'

type Wanted = RequestOf<'findSameProblems'>

/** More than this nobody compares before sending. */
const NEAR_MAX = 5
/** So many of each kind are looked through: a manager sees less than neighbours, and a square of the map is larger than a place. */
const LOOKED_THROUGH = 30
/** So many of the own reports, the newest. */
const OWN_LOOKED_THROUGH = 50

/** 是否已有人举报. Only what the person may see: cases the office has looked at, and the own ones. */
export const findSameProblems: Handler<'findSameProblems'> = async (wanted, call) => {
  const { estateId, categoryCode, place } = wanted
  const estate = await call.store.get('estates', estateId)
  if (estate?.townId !== call.townId) return refuse('ESTATE_UNKNOWN')
  const as: readonly OpenAs[] = seesTown(call.person) ? ['report', 'case'] : ['case']
  const [same, near, own] = await Promise.all([categoryCode === null ? [] : openCasesOfProblem(call, { estateId, categoryCode, place }, as), nearCases(call, wanted, as), ownReports(call)])
  const isSame = ({ case_ }: Known) => categoryCode !== null && isSameProblem(case_, { estateId, categoryCode, place })
  const isNear = ({ case_ }: Known) => isNearProblem(case_, wanted)
  const found = newestFirst([...same, ...near, ...own].filter((each) => isSame(each) || isNear(each)))
  const mine = await myReports(call, found.map(({ document }) => document._id))
  const visible = found.filter(({ document }) => viewOf(call.person, document, mine.has(document._id)) !== null)
  const documents = (those: readonly Known[]): readonly CaseDocument[] => those.map(({ document }) => document)
  return reply({ cases: await summaries(call, documents(visible.filter(isSame))), near: await summaries(call, documents(visible.filter(isNear).slice(0, NEAR_MAX))) })
}

const newestFirst = (found: readonly Known[]): readonly Known[] => [...new Map(found.map((each) => [each.document._id, each])).values()].sort((a, b) => b.document.createdAt - a.document.createdAt)

/** What may be the same in a person's eyes (`isNearProblem`), of each kind the newest. */
async function nearCases({ store, townId }: TownCall, { estateId, categoryCode, place }: Wanted, as: readonly OpenAs[]): Promise<readonly Known[]> {
  const here = placeKeys(place)
  const atThePlace: Query['where'][] = here.length > 0 ? [{ ...(categoryCode !== null && { categoryCode: null }), placeKey: { in: here } }] : []
  const ofTheItem: Query['where'][] = categoryCode === null ? [] : [{ categoryCode, placeKind: { in: kindsBeside(place) } }]
  const found = await Promise.all([...atThePlace, ...ofTheItem].map((where) => store.find('cases', { where: { townId, estateId, openAs: { in: as }, ...where }, orderBy: [['createdAt', 'desc']], limit: LOOKED_THROUGH })))
  return found.flat().map(known)
}

/** As places are told of which nothing proves that they are another one (`mayBeSamePlace`). */
const kindsBeside = (place: Place): readonly PlaceKind[] => {
  const own = placeKind(place)
  return own === 'words' ? ['spot', 'map', 'words'] : own === 'spot' ? ['map', 'words'] : ['spot', 'words']
}

/** What the caller has reported and nobody has looked at yet. */
async function ownReports({ store, townId, personId }: TownCall): Promise<readonly Known[]> {
  const reports = await store.find('reports', { where: { personId }, orderBy: [['at', 'desc']], limit: OWN_LOOKED_THROUGH, fields: ['caseId'] })
  if (reports.length === 0) return []
  const documents = await store.find('cases', { where: { _id: { in: reports.map(({ caseId }) => caseId) }, townId, openAs: 'report' }, limit: OWN_LOOKED_THROUGH })
  return documents.map(known)
}
