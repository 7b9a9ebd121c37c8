import { invalidParameter } from '../errors'
import { isPlainObject } from '../engine/document'
import type { AdminAction } from '../gateway/actions'
import { optionalText, text, wrongType } from '../gateway/parameters'
import { assertCloudPath, type Files } from './files'
import type { Links } from './links'

export type FileIds = { readonly prefix: string; of(path: string): string; pathOf(fileId: string): string | null }

export function fileIdsOf(envId: string): FileIds {
  const prefix = `cloud://${envId}.local-bucket/`
  return { prefix, of: (path) => prefix + path, pathOf: (fileId) => (fileId.startsWith(prefix) ? fileId.slice(prefix.length) : null) }
}

const UPLOAD_SECONDS = 900
/** A link is good for a day, and at most for a day. */
const DOWNLOAD_SECONDS = 86_400
/** A list asked for twice shows pictures from the browser's cache. */
const SAME_LINK_SECONDS = 600
const LIST_MAX = 50

export function storageActions({ files, links, fileIds, url }: { files: Files; links: Links; fileIds: FileIds; url: string }): Record<string, AdminAction> {
  return {
    'storage.getUploadMetadata': (body) => {
      const path = text(body, 'path')
      assertCloudPath(path)
      const method = optionalText(body, 'method') ?? 'put'
      if (method !== 'put') throw invalidParameter(`本地云只支持 put 上传 (only put uploads are served): ${method.slice(0, 60)}`)
      const token = links.token('upload', path, UPLOAD_SECONDS)
      // The SDK sends `cosFileId` back in a header, which takes no Chinese.
      return { data: { url: `${url}/_cloud/upload/${token}`, token, authorization: token, fileId: fileIds.of(path), cosFileId: encodeURIComponent(path) } }
    },

    'storage.batchGetDownloadUrl': ({ file_list: list }) => ({ data: { download_list: entries(list, 'file_list').map(download) } }),

    'storage.batchDeleteFile': ({ fileid_list: list }) => ({
      data: {
        delete_list: entries(list, 'fileid_list').map((fileID) => {
          if (typeof fileID !== 'string') throw wrongType('fileid_list', 'fileID 的数组', 'an array of file ids')
          const path = fileIds.pathOf(fileID)
          if (path === null) return { code: 'STORAGE_EXCEED_AUTHORITY', fileID }
          return { code: files.remove(path) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID }
        }),
      },
    }),
  }

  function download(entry: unknown) {
    if (!isPlainObject(entry) || typeof entry.fileid !== 'string') throw wrongType('file_list', '{ fileid } 的数组', 'an array of { fileid }')
    const { fileid: fileID, max_age: maxAge } = entry
    const age = maxAge === undefined ? {} : { maxAge: assertAge(maxAge) }
    const path = fileIds.pathOf(fileID)
    if (path === null) return { code: 'STORAGE_EXCEED_AUTHORITY', fileID }
    if (!files.find(path)) return { code: 'STORAGE_FILE_NONEXIST', fileID }
    const token = age.maxAge === undefined ? links.token('download', path, DOWNLOAD_SECONDS, SAME_LINK_SECONDS) : links.token('download', path, age.maxAge)
    return { code: 'SUCCESS', fileID, tempFileURL: `${url}/_cloud/file/${token}`, ...age }
  }
}

function assertAge(maxAge: unknown): number {
  if (Number.isInteger(maxAge) && (maxAge as number) >= 1 && (maxAge as number) <= DOWNLOAD_SECONDS) return maxAge as number
  throw invalidParameter(`max_age 应为 1–${DOWNLOAD_SECONDS} 的整数秒 (max_age is a whole number of seconds up to a day): ${String(maxAge)}`)
}

function entries(list: unknown, name: string): unknown[] {
  if (!Array.isArray(list) || list.length === 0) throw wrongType(name, '非空数组', 'a nonempty array')
  if (list.length > LIST_MAX) throw invalidParameter(`${name}: 一次最多 ${LIST_MAX} 个文件 (at most ${LIST_MAX} files at once)`)
  return list
}
