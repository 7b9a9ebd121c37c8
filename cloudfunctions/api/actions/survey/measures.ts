import { staffOf } from '../../../../store/people'
import type { ReplyOf } from '../../../../types/api'
import type { SurveyDocument } from '../../../../types/documents/surveys'
import type { TownCall } from '../../context'
import { photoId } from '../../../../store/files'
import { measureReader } from '../../photos/reader'
import { shownPhotos } from '../../photos/showPhotos'

/** 整改落实 as far as the caller gets to see it: the words at once, photos once they have passed. */
export async function measuresOf(call: TownCall, survey: SurveyDocument): Promise<Pick<ReplyOf<'readSurvey'>, 'measures' | 'photosUnchecked' | 'photos'>> {
  const [measures, staff] = await Promise.all([call.store.findAll('surveyMeasures', { where: { surveyId: survey._id }, orderBy: [['at', 'asc']] }), staffOf(call.store, call.townId)])
  const reader = measureReader(call.person, survey)
  const shown = await shownPhotos(call, measures.flatMap(({ photos }) => photos.map((fileId) => ({ fileId, reader, sender: 'staff' as const }))))
  return {
    measures: measures.map(({ _id, questionId, text, photos, at, by }) => ({
      id: _id, questionId, text, photos: photos.flatMap((fileId) => shown.get(fileId)?.link ?? []), at, who: staff.find((person) => person._id === by)?.name ?? '',
    })),
    photosUnchecked: [...shown.values()].flatMap(({ link, state }) => (state === 'passed' ? [] : [link])),
    photos: reader === 'office' ? [...shown.values()].map(({ fileId, link, state }) => ({ photoId: photoId(call.hash, fileId), link, state })) : null,
  }
}
