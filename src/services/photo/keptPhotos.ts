import Taro from '@tarojs/taro'
import { onceKey } from '../onceKey'
import { placesOnPhone, readOnPhone, writeOnPhone } from '../onPhone'
import { isKept, rememberAddress, uploadPhoto, type Uploaded } from '../upload'
import { blobNames, findBlob, putBlob, removeBlob } from './browserFiles'
import { UnfitPhoto } from './photoFault'
import { isThere, photoFiles, removeFile } from './weappFiles'

/** A photo that stays on the phone until its report is sent: the report holds the name, this what stands behind it. */
type KeptPhoto = { readonly file: string; readonly sent: Uploaded | null }

const NAME = 'kept:'
export const isKeptPhoto = (photo: string): boolean => photo.startsWith(NAME)
const place = (name: string) => `photo:${name}`
const recordOf = (name: string) => readOnPhone<KeptPhoto>(place(name))
const write = (name: string, record: KeptPhoto): boolean => writeOnPhone(place(name), record)

/** Takes over a file that `shrinkPhoto` made, and gives its name. Throws `UnfitPhoto` where the phone is full. */
export async function keepPhoto(path: string): Promise<string> {
  const name = `${NAME}${onceKey()}`
  const file = process.env.TARO_ENV === 'weapp' ? path : name
  const isStored = process.env.TARO_ENV === 'weapp' || (await putBlob(name, await blobAt(path)).then(() => true, () => false))
  if (!isStored || !write(name, { file, sent: null })) {
    discard(name, path)
    throw new UnfitPhoto('full')
  }
  rememberAddress(name, path)
  return name
}

/** Where it stands on this phone now. Throws `UnfitPhoto` where it is gone. */
export async function pathOfKept(name: string): Promise<string> {
  const record = recordOf(name)
  if (!record) throw new UnfitPhoto('lost')
  if (process.env.TARO_ENV === 'weapp') {
    if (!(await isThere(record.file))) throw new UnfitPhoto('lost')
    rememberAddress(name, record.file)
    return record.file
  }
  const blob = await findBlob(name).catch(() => undefined)
  if (!blob) throw new UnfitPhoto('lost')
  const path = URL.createObjectURL(blob)
  rememberAddress(name, path)
  return path
}

/** 上传 once: what has arrived is remembered as long as the cloud keeps it, so that a report that is sent again does not send its photos again. */
export async function sendPhoto(name: string, onProgress: (percent: number) => void): Promise<string> {
  const record = recordOf(name)
  if (record?.sent && isKept(record.sent)) return record.sent.fileId
  const sent = await uploadPhoto(await pathOfKept(name), onProgress)
  // If it cannot be written down it goes up once more: a waste, and no harm.
  if (record) write(name, { ...record, sent })
  return sent.fileId
}

/** The cloud could not take it as it arrived: with the next try it goes up anew. */
export function forgetSent(name: string): void {
  const record = recordOf(name)
  if (record?.sent) write(name, { ...record, sent: null })
}

function discard(name: string, file: string | undefined): void {
  Taro.removeStorageSync(place(name))
  if (process.env.TARO_ENV !== 'weapp') void removeBlob(name).catch(() => undefined)
  else if (file !== undefined) removeFile(file)
}
export const dropPhoto = (name: string): void => discard(name, recordOf(name)?.file)

/** Once, when the app starts: what no report holds was left behind by an app that was killed, or sent long ago. */
export async function sweepPhotos(held: ReadonlySet<string>): Promise<void> {
  const names = placesOnPhone(place('')).map((each) => each.slice(place('').length))
  names.filter((name) => !held.has(name)).forEach(dropPhoto)
  if (process.env.TARO_ENV !== 'weapp') return void (await blobNames().catch(() => [])).filter((name) => !held.has(name)).forEach((name) => discard(name, undefined))
  const files = new Set([...held].map((name) => recordOf(name)?.file))
  for (const file of await photoFiles()) if (!files.has(file)) removeFile(file)
}

// eslint-disable-next-line no-restricted-globals -- browser only
const blobAt = async (path: string): Promise<Blob> => (await fetch(path)).blob()
