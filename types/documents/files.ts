/**
 * `looseFiles` 待清理文件: files of the storage that the clock removes from `removeAt` on, but for those that an act has taken meanwhile (`photoChecks`). An
 * upload folder of a person and day has `_id` as its name, which tells nobody whose it is, and holds so many `uploads` (photos) and `rosters` by number; beside
 * them stands how many `looks` at photos the person's acts have cost that day. The rest stands in `paths`.
 */
export type LooseFilesDocument = { readonly _id: string; readonly removeAt: number; readonly uploads: number; readonly rosters?: number; readonly looks?: number; readonly paths: readonly string[] }

/** `evidence` 整改照片: a picture that showed something as done, once in a town, with the file that showed it first. `_id` is derived from town and content. */
export type EvidenceDocument = { readonly _id: string; readonly townId: string; readonly fileId: string }
