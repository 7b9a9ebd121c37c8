import { answer, dispatched, NEIGHBOUR, newKey, rest } from './stories'
import { photo, type Town } from './town'

type Suggest = 'pass' | 'review' | 'risky'
/** As WeChat's page of mediaCheckAsync shows the push. */
export const verdict = (traceId: string, suggest: Suggest, errcode = 0) => ({
  ToUserName: 'gh_town', FromUserName: 'oWeChat', CreateTime: 1_793_581_200, MsgType: 'event', Event: 'wxa_media_check', appid: 'wx-town', trace_id: traceId, version: 2,
  detail: [{ strategy: 'content_model', errcode, suggest, label: 100, prob: 90 }], errcode, errmsg: 'ok', result: { suggest, label: 100 },
})

/** The clock gives away what waits, and WeChat judges all of it. */
export async function judgeAll(town: Town, suggest: Suggest = 'pass'): Promise<void> {
  await rest(town)
  for (const { traceId } of town.checked) await town.push(verdict(traceId, suggest))
}

export const [BEFORE, JOINED, AFTER] = [photo('before'), photo('joined'), photo('after')]
/** Answered, with a photo of the first reporter, of a neighbour who joined, and of the manager. */
export async function caseWithPhotos(town: Town): Promise<string> {
  const caseId = await dispatched(town, { photos: [BEFORE] })
  await town.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId, photos: [JOINED] })
  await answer(town, caseId)
  return caseId
}

/** What is asked about photos again and again, of whichever town the test has open. */
export function photosOf(town: () => Town) {
  const read = (openid: string, caseId: string) => town().ok(openid, 'readCase', { caseId })
  return {
    read,
    seen: async (openid: string, caseId: string) => (await read(openid, caseId)).photosBefore,
    check: (fileId: string) => town().all('photoChecks').find((each) => town().storage.pictureIn(each.fileId) === fileId)!,
    traceOf: (fileId: string) => town().checked.filter((each) => each.fileId === fileId).pop()!.traceId,
  }
}
