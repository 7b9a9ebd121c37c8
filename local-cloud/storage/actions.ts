import { invalidParameter } from '../errors'
import type { AdminAction } from '../gateway/actions'
import { assertCloudPath, type Files } from './files'
import type { Links } from './links'

export type FileIds = { readonly prefix: string; of(path: string): string; pathOf(fileId: string): string | null }

export function fileIdsOf(envId: string): FileIds {
  const prefix = `cloud://${envId}.local-bucket/`
  return { prefix, of: (path) => prefix + path, pathOf: (fileId) => (fileId.startsWith(prefix) ? fileId.slice(prefix.length) : null) }
}

const UPLOAD_SECONDS = 900
const DOWNLOAD_SECONDS = 7200
const LIST_MAX = 50

export function storageActions({ files, links, fileIds, url }: { files: Files; links: Links; fileIds: FileIds; url: () => string }): Record<string, AdminAction> {
  return {
    'storage.getUploadMetadata': ({ path }) => {
      if (typeof path !== 'string' || path === '') throw invalidParameter('path is missing')
      assertCloudPath(path)
      const token = links.token('upload', path, UPLOAD_SECONDS)
      // The SDK sends `cosFileId` back in a header, which takes no Chinese.
      return { data: { url: `${url()}/_cloud/upload/${token}`, token, authorization: token, fileId: fileIds.of(path), cosFileId: encodeURIComponent(path) } }
    },

    'storage.batchGetDownloadUrl': ({ file_list: list }) => ({
      data: { download_list: entries(list, 'file_list').map((entry) => download(String(entry.fileid), Number(entry.max_age) || DOWNLOAD_SECONDS, entry.max_age !== undefined)) },
    }),

    'storage.batchDeleteFile': ({ fileid_list: list }) => ({
      data: {
        delete_list: entries(list, 'fileid_list').map((entry) => {
          const fileID = typeof entry === 'string' ? entry : ''
          const path = fileIds.pathOf(fileID)
          if (path === null) return { code: 'STORAGE_EXCEED_AUTHORITY', fileID }
          return { code: files.remove(path) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID }
        }),
      },
    }),
  }

  function download(fileID: string, seconds: number, showAge: boolean) {
    const path = fileIds.pathOf(fileID)
    if (path === null) return { code: 'STORAGE_EXCEED_AUTHORITY', fileID }
    if (!files.find(path)) return { code: 'STORAGE_FILE_NONEXIST', fileID }
    return { code: 'SUCCESS', fileID, tempFileURL: `${url()}/_cloud/file/${links.token('download', path, seconds)}`, ...(showAge ? { maxAge: seconds } : {}) }
  }
}

function entries(list: unknown, name: string): Record<string, unknown>[] {
  if (!Array.isArray(list) || list.length === 0) throw invalidParameter(`${name} must be a nonempty array`)
  if (list.length > LIST_MAX) throw invalidParameter(`${name}: 一次最多 ${LIST_MAX} 个文件 (at most ${LIST_MAX} files at once)`)
  return list as Record<string, unknown>[]
}
