import { urnIds } from '../../../../store/surveys'
import { refuse } from '../../../../types/api/refusal'
import type { Cursor } from '../../../../types/cursor'
import type { ReviewedRemark, SurveyDocument } from '../../../../types/documents/surveys'
import { reply, type Handler, type TownCall } from '../../context'
import { isCounted, isRefused, surveyIn } from './surveyIn'

const PAGE = 20
type Page = { readonly remarks: readonly ReviewedRemark[]; readonly nextCursor: Cursor | null }

/** The cursor is a place among all remarks of the survey, which stay where they are: what is decided meanwhile moves none of them. */
async function pageOf(call: TownCall, survey: SurveyDocument, cursor: Cursor | undefined, isWanted: (remark: ReviewedRemark) => boolean): Promise<Page> {
  if (!isCounted(survey)) return { remarks: [], nextCursor: null }
  const urns = await call.store.findAll('sealedUrns', { where: { _id: { in: urnIds(survey) } }, orderBy: [['_id', 'asc']], fields: ['remarks'] })
  const from = Number(cursor?.value ?? 0)
  const wanted = urns.flatMap(({ remarks }) => remarks).flatMap((remark, place) => (place >= from && isWanted(remark) ? [{ remark, place }] : []))
  const next = wanted[PAGE]
  return { remarks: wanted.slice(0, PAGE).map(({ remark }) => remark), nextCursor: next ? { value: next.place, id: null, kept: [] } : null }
}

export const listSurveyRemarks: Handler<'listSurveyRemarks'> = async ({ surveyId, cursor }, call) => {
  const survey = await surveyIn(call, surveyId)
  if (isRefused(survey)) return survey
  if (survey.stage !== 'final') return refuse('SURVEY_NOT_FINAL')
  const { remarks, nextCursor } = await pageOf(call, survey, cursor, ({ state }) => state === 'published')
  return reply({ remarks: remarks.map(({ text }) => text), nextCursor })
}

export const listSurveyRemarksToRead: Handler<'listSurveyRemarksToRead'> = async ({ surveyId, waiting, cursor }, call) => {
  const survey = await surveyIn(call, surveyId)
  if (isRefused(survey)) return survey
  const { remarks, nextCursor } = await pageOf(call, survey, cursor, ({ state }) => (state === 'waiting') === waiting)
  return reply({ remarks: remarks.map(({ id, text, state, reason }) => ({ id, text, state, reason })), nextCursor })
}
