/** Files in the cloud's storage: photos, and a roster for as long as it takes to read it. */
export type Files = {
  /** The place (from 1) of the first file that is no photo, or null when all are. */
  readonly firstInvalid: (fileIds: readonly string[]) => Promise<number | null>
  /** Links that open the files for a while, in the same order; an unknown file gives null. */
  readonly links: (fileIds: readonly string[]) => Promise<readonly (string | null)[]>
  /** What stands in a file, which is gone from the storage then: phone numbers are kept nowhere. Null where there is no such file. */
  readonly read: (fileId: string) => Promise<Uint8Array | null>
}

const PHOTO_BYTES_MAX = 10 * 1024 * 1024
const startsWith = (bytes: Buffer, signature: readonly number[], at = 0): boolean => signature.every((byte, index) => bytes[at + index] === byte)

/** JPEG, PNG or WebP by their first bytes: a name proves nothing. */
export const isPhoto = (bytes: Buffer): boolean =>
  bytes.length <= PHOTO_BYTES_MAX &&
  (startsWith(bytes, [0xff, 0xd8, 0xff]) ||
    startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) ||
    (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8)))

/** The part of the SDK that is used. */
export type CloudFiles = {
  downloadFile: (options: { fileID: string }) => Promise<{ fileContent: Buffer }>
  getTempFileURL: (options: { fileList: string[] }) => Promise<{ fileList: readonly { fileID: string; status: number; tempFileURL: string }[] }>
  deleteFile: (options: { fileList: string[] }) => Promise<unknown>
}
/** The platform answers for at most so many files in one call. */
const LINKS_MAX = 50

export function cloudFiles(cloud: CloudFiles): Files {
  return {
    firstInvalid: async (fileIds) => {
      const fits = await Promise.all(
        fileIds.map(async (fileID) => {
          try {
            return isPhoto((await cloud.downloadFile({ fileID })).fileContent)
          } catch (error) {
            // Not there is as good as no photo: the person takes another one. Why it was not there is for us to know.
            console.error(`the photo ${fileID} could not be read`, error)
            return false
          }
        }),
      )
      const place = fits.indexOf(false)
      return place < 0 ? null : place + 1
    },
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
        // Before it is looked at: a function that is killed at work leaves no numbers behind.
        await cloud.deleteFile({ fileList: [fileID] })
        return fileContent
      } catch (error) {
        console.error(`the file ${fileID} could not be read`, error)
        return null
      }
    },
  }
}
