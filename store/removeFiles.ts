/** The part of the SDK that is used. */
export type FileRemover = { readonly deleteFile: (options: { fileList: string[] }) => Promise<{ fileList: readonly { fileID: string; status: number }[] }> }

/** The platform takes so many in one call. */
const REMOVED_MAX = 50
/** Removed already. */
const IS_NOT_THERE = -503003

export async function removeFiles(cloud: FileRemover, fileIds: readonly string[]): Promise<void> {
  for (let from = 0; from < fileIds.length; from += REMOVED_MAX) {
    const { fileList } = await cloud.deleteFile({ fileList: fileIds.slice(from, from + REMOVED_MAX) })
    const failed = fileList.filter(({ status }) => status !== 0 && status !== IS_NOT_THERE)
    if (failed.length > 0) throw new Error(`${failed.length} files were not removed: ${failed[0]!.fileID} ${failed[0]!.status}`)
  }
}
