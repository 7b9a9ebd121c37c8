import { mayDecide } from '../../../../domain/decision/mayDecide'
import type { PhotoCheckDocument, PhotoOwner } from '../../../../types/documents/privacy'
import { estatesOfPhoto } from '../../access/concerns'
import { managedBy } from '../../access/scope'
import { reply, type Handler, type TownCall } from '../../context'
import { estatesOf } from '../estates'

const PAGE = 20

/** 待审看的照片. */
export const listPhotosToDecide: Handler<'listPhotosToDecide'> = async ({ cursor }, call) => {
  const { store, files, townId } = call
  const { items, next } = await store.page('photoChecks', { where: { townId, waitsForOffice: true }, orderBy: [['at', 'asc']] }, PAGE, cursor)
  const page = await othersOf(call, items)
  const links = page.length > 0 ? await files.links(page.map(({ fileId }) => fileId)) : []
  const estateNames = await estateNamesOf(call, page.map(({ of }) => of))
  return reply({
    photos: page.flatMap(({ _id, of, state, at }, index) => {
      const link = links[index]
      // What was sent with a fact for the score nobody but staff sees, and nobody checks.
      return link && !('assessmentId' in of) ? [{ photoId: _id, link, state, of: 'caseId' in of ? of : { ...of, estateName: estateNames.get(of.surveyId) ?? '' }, at }] : []
    }),
    nextCursor: next,
  })
}

/** 回避: what was sent to an estate that the caller manages is left to others. */
async function othersOf(call: TownCall, checks: readonly PhotoCheckDocument[]): Promise<readonly PhotoCheckDocument[]> {
  const managed = managedBy(call.person)
  if (managed.length === 0) return checks
  const concerned = await Promise.all(checks.map(({ of }) => estatesOfPhoto(call, of)))
  return checks.filter((_, index) => mayDecide(managed, concerned[index]!))
}

/** Whose survey it is, for those photos that belong to one. */
async function estateNamesOf(call: TownCall, owners: readonly PhotoOwner[]): Promise<ReadonlyMap<string, string>> {
  const surveyIds = [...new Set(owners.flatMap((of) => ('surveyId' in of ? [of.surveyId] : [])))]
  if (surveyIds.length === 0) return new Map()
  const [surveys, estates] = await Promise.all([call.store.find('surveys', { where: { _id: { in: surveyIds } }, limit: PAGE, fields: ['estateId'] }), estatesOf(call)])
  return new Map(surveys.map(({ _id, estateId }) => [_id, estates.get(estateId)?.name ?? '']))
}
