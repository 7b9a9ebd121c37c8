import { RETENTION } from '../../../domain/privacy/retention'
import { dayNumberOf, startOfDayNumber } from '../../../domain/time/beijing'
import { uploadPathOf } from '../../../store/files'
import type { Call } from '../context'

/** A person's folder of a day. Derived with the function's key: nobody knows another one's, and it tells nobody whose it is. */
export const uploadFolder = ({ keyedHash, personId }: Pick<Call, 'keyedHash' | 'personId'>, day: number): string => keyedHash(`uploads|${personId}|${day}`).slice(0, 32)
/** Until when uploads of a day are kept: through the day after. */
export const uploadsUntil = (day: number): number => startOfDayNumber(day + RETENTION.uploads.days)
export const uploadPath = uploadPathOf

/** Whether the caller has uploaded this file, by its path, and it is still kept. */
export function isOwnUpload(call: Pick<Call, 'keyedHash' | 'personId' | 'now'>, fileId: string): boolean {
  const folder = /^cloud:\/\/[^/]+\/uploads\/([0-9a-f]{32})\/\d{1,4}\.jpg$/.exec(fileId)?.[1]
  const today = dayNumberOf(call.now)
  return folder !== undefined && Array.from({ length: RETENTION.uploads.days }, (_, ago) => uploadFolder(call, today - ago)).includes(folder)
}
