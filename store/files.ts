import type { LooseFilesDocument } from '../types/documents/files'

/** Where the uploads of a folder stand. */
export const uploadPathOf = (folder: string, number: number): string => `uploads/${folder}/${number}.jpg`

export const pathsOf = ({ _id, uploads, paths }: LooseFilesDocument): readonly string[] => [...Array.from({ length: uploads }, (_, index) => uploadPathOf(_id, index + 1)), ...paths]

/** A file's id is where it stands, behind the name of the storage: `cloud://<storage>/<path>`. */
export const pathOfFile = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '')
export const fileAt = (path: string, another: string): string => `${/^cloud:\/\/[^/]+\//.exec(another)?.[0] ?? ''}${path}`

/** The name of a photo in replies and of its check in the database: a file's own id never leaves. */
export const photoId = (hash: (text: string) => string, fileId: string): string => `f${hash(fileId).slice(0, 24)}`
