import { RETENTION } from '../../domain/privacy/retention'
import { dayNumberOf, startOfDayNumber } from '../../domain/time/beijing'
import { pathOfFile, uploadPathOf } from '../../store/files'
import type { UploadKind } from '../../types/codes'
import type { Call } from './context'

/** A person's folder of a day. Derived with the function's key: nobody knows another one's, and it tells nobody whose it is. */
export const uploadFolder = ({ keyedHash, personId }: Pick<Call, 'keyedHash' | 'personId'>, day: number): string => keyedHash(`uploads|${personId}|${day}`).slice(0, 32)
/** Until when uploads of a day are kept: through the day after. */
export const uploadsUntil = (day: number): number => startOfDayNumber(day + RETENTION.uploads.days)

/** Where the caller has uploaded this file, by its path, if it is still kept; null for any other file. */
export function ownUpload(call: Pick<Call, 'keyedHash' | 'personId' | 'now'>, kind: UploadKind, fileId: string): { readonly folder: string; readonly number: number } | null {
  const path = pathOfFile(fileId)
  const [, folder = '', digits] = /^uploads\/([0-9a-f]{32})\/([1-9]\d{0,3})\.\w+$/.exec(path) ?? []
  const [number, today] = [Number(digits), dayNumberOf(call.now)]
  const isKept = Array.from({ length: RETENTION.uploads.days }, (_, ago) => uploadFolder(call, today - ago)).includes(folder)
  return isKept && uploadPathOf(folder, kind, number) === path ? { folder, number } : null
}
