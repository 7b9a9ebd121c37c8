import { deflateSync } from 'node:zlib'
import type { Files } from '../../cloudfunctions/api/files'
import { uploadFolder } from '../../cloudfunctions/api/uploads'
import { dayNumberOf } from '../../domain/time/beijing'
import { demoKeyedHash } from '../../scripts/demo/hashes'
import { pngOf } from '../../scripts/play/picture'
import { uploadPathOf } from '../../store/files'

type Around = <T>(work: () => T | Promise<T>) => Promise<T>
/** The storage of a test's town. A photo that a test names is uploaded by whoever sends it, before the request leaves. */
export type Storage = {
  readonly files: Files
  /** Every file by its id. */
  readonly stored: Map<string, Uint8Array>
  /** The picture that stands in a file, as tests name it; undefined for another one. */
  readonly pictureIn: (fileId: string) => string | undefined
  /** The request as it leaves the phone: with uploads in place of the photos it names. */
  readonly uploadedBy: (personId: string, now: number, event: unknown) => unknown
  /** What removing does before; null: nothing. */
  readonly onRemove: (work: ((fileIds: readonly string[]) => void) | null) => void
  /** The file that somebody uploaded of a picture on that day. */
  readonly uploadOf: (personId: string, now: number, picture: string) => string
}

const STORE = 'cloud://env.bucket/'
const NAMED = /^cloud:\/\/photos\/.*\.jpg$/
/** A picture of which nothing is known but its name. */
export const bytesOf = (picture: string): Uint8Array => packedAs(picture, (points) => deflateSync(points, { level: 0 }))
/** The same points, packed otherwise. */
export const packedAs = (picture: string, pack: (points: Buffer) => Buffer): Uint8Array => new Uint8Array(pngOf({ width: 8, height: 8 }, pack(Buffer.concat([Buffer.from(picture), Buffer.alloc(200)]).subarray(0, 200))))
const linkTo = (picture: string): string => picture.replace('cloud://', 'https://files.test/')

export function openStorage(around: Around): Storage {
  const stored = new Map<string, Uint8Array>()
  const numbers = new Map<string, number>()
  const pictureIn = (fileId: string): string | undefined => /cloud:\/\/photos\/[^\0]*?\.jpg/.exec(Buffer.from(stored.get(fileId) ?? []).toString('latin1'))?.[0]
  const uploadOf = (personId: string, now: number, picture: string): string => {
    if (!numbers.has(picture)) numbers.set(picture, numbers.size + 1)
    return STORE + uploadPathOf(uploadFolder({ keyedHash: demoKeyedHash, personId }, dayNumberOf(now)), 'photo', numbers.get(picture)!)
  }
  const upload = (personId: string, now: number, value: unknown): unknown => {
    if (typeof value === 'string' && NAMED.test(value)) {
      const fileId = uploadOf(personId, now, value)
      if (!stored.has(fileId)) stored.set(fileId, bytesOf(value))
      return fileId
    }
    if (Array.isArray(value)) return value.map((each) => upload(personId, now, each))
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([field, each]) => [field, upload(personId, now, each)])) : value
  }
  let beforeRemoval: ((fileIds: readonly string[]) => void) | null = null
  const fetch: Files['fetch'] = (fileId) => around(() => stored.get(fileId) ?? null)
  const remove: Files['remove'] = (fileIds) =>
    around(() => {
      beforeRemoval?.(fileIds)
      fileIds.forEach((fileId) => stored.delete(fileId))
    })
  return {
    stored, pictureIn, uploadOf,
    onRemove: (work) => void (beforeRemoval = work),
    uploadedBy: upload,
    files: {
      fetch, remove,
      read: async (fileId) => {
        const bytes = await fetch(fileId)
        // What is kept back is as good as not there, as on the platform.
        return bytes && remove([fileId]).then(() => bytes, () => null)
      },
      write: (path, bytes) =>
        around(() => {
          stored.set(STORE + path, bytes)
          return STORE + path
        }),
      // A file that was put into a document by hand is its own picture.
      links: async (fileIds) => fileIds.map((fileId) => (NAMED.test(fileId) ? linkTo(fileId) : stored.has(fileId) ? linkTo(pictureIn(fileId) ?? fileId) : null)),
    },
  }
}
