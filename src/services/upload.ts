import Taro from '@tarojs/taro'
import { call } from './call'
import { serverNow } from './serverNow'
import { unreachable } from './trouble'

type OnProgress = (percent: number) => void

/** A photo in the cloud, which keeps it so long for an act to come. */
export type Uploaded = { readonly fileId: string; readonly until: number }

/** 照片. Throws `Unreachable` or `Refusal`. */
export async function uploadPhoto(localPath: string, onProgress: OnProgress = () => undefined): Promise<Uploaded> {
  const { path, until } = await nextPlace()
  const fileId = await upload(localPath, path, onProgress)
  stillHere.set(fileId, localPath)
  return { fileId, until }
}

/** What is about to be sent must not be removed on the way. */
const SPARE_MS = 3_600_000
export const isKept = ({ until }: Pick<Uploaded, 'until'>): boolean => until - SPARE_MS > serverNow()

/** Places in the storage that were asked for, several at once, and not used yet. */
let places: { readonly paths: readonly string[]; readonly until: number } = { paths: [], until: 0 }
let asking: Promise<void> | null = null

/** Asks for places where there are none, so that no photo waits for them. */
export async function readyPlaces(): Promise<void> {
  if (places.paths.length > 0 && isKept(places)) return
  asking ??= call('openUploads', {})
    .then((opened) => void (places = opened))
    .finally(() => (asking = null))
  await asking
}

async function nextPlace(): Promise<{ readonly path: string; readonly until: number }> {
  await readyPlaces()
  const { until, paths: [path, ...paths] } = places
  // Others were quicker.
  if (path === undefined) return nextPlace()
  places = { paths, until }
  return { path, until }
}

/** 名册. It is read by the server once, and gone then; throws `Unreachable` or `Refusal`. */
export async function uploadRoster(localPath: string, onProgress: OnProgress): Promise<string> {
  const { paths: [path] } = await call('openUploads', { kind: 'roster' })
  return upload(localPath, path!, onProgress)
}

/** The one door to files. */
async function upload(localPath: string, cloudPath: string, onProgress: OnProgress): Promise<string> {
  try {
    return await (process.env.TARO_ENV === 'weapp' ? uploadFromWeChat : uploadFromBrowser)(localPath, cloudPath, onProgress)
  } catch (cause) {
    throw unreachable(cause)
  }
}

const uploadFromWeChat = (filePath: string, cloudPath: string, onProgress: OnProgress) =>
  new Promise<string>((resolve, reject) => {
    const task = Taro.cloud.uploadFile({ cloudPath, filePath, success: ({ fileID }) => resolve(fileID), fail: reject })
    task?.onProgressUpdate?.(({ progress }) => onProgress(progress))
  })

/* eslint-disable no-restricted-globals -- browser only: Taro.uploadFile would send a form, and fetch tells no progress */
async function uploadFromBrowser(localPath: string, cloudPath: string, onProgress: OnProgress): Promise<string> {
  const file = await (await fetch(localPath)).blob()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/client/upload?path=${encodeURIComponent(cloudPath)}`)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? Math.round((loaded / total) * 100) : 0)
    request.onload = () => {
      const reply = request.response as { fileID?: string; errMsg?: string } | null
      if (request.status < 300 && reply?.fileID) resolve(reply.fileID)
      else reject(new Error(reply?.errMsg ?? `status ${request.status}`))
    }
    request.onerror = request.ontimeout = () => reject(new Error('network'))
    request.send(file)
  })
}
/* eslint-enable no-restricted-globals */

/** What this very phone has just sent, or still keeps, needs no way back from the cloud. */
const stillHere = new Map<string, string>()
export const rememberAddress = (file: string, path: string): void => void stillHere.set(file, path)
/** Undefined where it has to be looked for first. */
export const addressHere = (file: string): string | undefined => stillHere.get(file)

/** Where an `Image` finds a file: links pass as they are; WeChat understands a file's id itself, the browser asks the local cloud. */
export function photoAddress(file: string): string {
  if (process.env.TARO_ENV === 'weapp' || !file.startsWith('cloud://')) return stillHere.get(file) ?? file
  return stillHere.get(file) ?? `/client/file?id=${encodeURIComponent(file)}`
}
