/** The name of a photo in replies and of its check in the database: a file's own id never leaves. */
export const photoId = (hash: (text: string) => string, fileId: string): string => `f${hash(fileId).slice(0, 24)}`
