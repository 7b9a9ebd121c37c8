import type { UploadKind } from '../types/codes'
import type { LooseFilesDocument } from '../types/documents/files'

const ENDING = { photo: 'jpg', roster: 'xlsx' } as const satisfies Record<UploadKind, string>
/** Where the uploads of a folder stand. */
export const uploadPathOf = (folder: string, kind: UploadKind, number: number): string => `uploads/${folder}/${number}.${ENDING[kind]}`

const uploadPathsOf = (folder: string, kind: UploadKind, count: number): readonly string[] => Array.from({ length: count }, (_, index) => uploadPathOf(folder, kind, index + 1))
export const pathsOf = ({ _id, uploads, rosters = 0, paths }: LooseFilesDocument): readonly string[] => [...uploadPathsOf(_id, 'photo', uploads), ...uploadPathsOf(_id, 'roster', rosters), ...paths]

/** A file's id is where it stands, behind the name of the storage: `cloud://<storage>/<path>`. */
export const pathOfFile = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '')
export const fileAt = (path: string, another: string): string => `${/^cloud:\/\/[^/]+\//.exec(another)?.[0] ?? ''}${path}`

/** The name of a photo in replies and of its check in the database: a file's own id never leaves. */
export const photoId = (hash: (text: string) => string, fileId: string): string => `f${hash(fileId).slice(0, 24)}`
