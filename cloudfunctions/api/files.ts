import { removeFiles, type FileRemover } from '../../store/removeFiles'

/** Files in the cloud's storage: photos, and a roster for as long as it takes to read it. */
export type Files = {
  /** What stands in a file; null where it is not there. */
  readonly fetch: (fileId: string) => Promise<Uint8Array | null>
  /** Writes a file, also over one that is there, and gives its id. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<string>
  /** What is not there is removed already. */
  readonly remove: (fileIds: readonly string[]) => Promise<void>
  /** Links that open the files for a while, in the same order; an unknown file gives null. */
  readonly links: (fileIds: readonly string[]) => Promise<readonly (string | null)[]>
  /** What stands in a file, which is gone from the storage then: phone numbers are kept nowhere. Null where there is no such file. */
  readonly read: (fileId: string) => Promise<Uint8Array | null>
}

/** The part of the SDK that is used. */
export type CloudFiles = {
  downloadFile: (options: { fileID: string }) => Promise<{ fileContent: Buffer }>
  getTempFileURL: (options: { fileList: string[] }) => Promise<{ fileList: readonly { fileID: string; status: number; tempFileURL: string }[] }>
  uploadFile: (options: { cloudPath: string; fileContent: Buffer }) => Promise<{ fileID: string }>
  deleteFile: FileRemover['deleteFile']
}
/** The platform answers for at most so many files in one call. */
const LINKS_MAX = 50

export function cloudFiles(cloud: CloudFiles): Files {
  return {
    fetch: async (fileID) => {
      try {
        return (await cloud.downloadFile({ fileID })).fileContent
      } catch (error) {
        // Not there is as good as no photo: the person takes another one. Why it was not there is for us to know.
        console.error(`the photo ${fileID} could not be read`, error)
        return null
      }
    },
    write: async (cloudPath, bytes) => (await cloud.uploadFile({ cloudPath, fileContent: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) })).fileID,
    remove: (fileIds) => removeFiles(cloud, fileIds),
    links: async (fileIds) => {
      const unique = [...new Set(fileIds)]
      const urls = new Map<string, string>()
      for (let from = 0; from < unique.length; from += LINKS_MAX) {
        const { fileList } = await cloud.getTempFileURL({ fileList: unique.slice(from, from + LINKS_MAX) })
        for (const file of fileList) if (file.status === 0 && file.tempFileURL) urls.set(file.fileID, file.tempFileURL)
      }
      return fileIds.map((fileId) => urls.get(fileId) ?? null)
    },
    read: async (fileID) => {
      try {
        const { fileContent } = await cloud.downloadFile({ fileID })
        // Before it is looked at: a function that is killed at work leaves no numbers behind. What is left all the same is for the clock.
        await cloud.deleteFile({ fileList: [fileID] })
        return fileContent
      } catch (error) {
        console.error(`the file ${fileID} could not be read`, error)
        return null
      }
    },
  }
}
