import Taro from '@tarojs/taro'
import { onceKey } from '../onceKey'
import { UnfitPhoto } from './photoFault'

// WeChat keeps up to 200 MB for a mini-program here; what it calls temporary may be gone at the next start.
const folder = () => Taro.env.USER_DATA_PATH ?? ''
const OURS = /^photo-\w+\.jpg$/

export const readBytes = (filePath: string): Promise<Uint8Array> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().readFile({ filePath, success: ({ data }) => resolve(new Uint8Array(data as ArrayBuffer)), fail: () => reject(new UnfitPhoto('broken')) }),
  )

export const writeBytes = (bytes: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    const filePath = `${folder()}/photo-${onceKey()}.jpg`
    const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    Taro.getFileSystemManager().writeFile({ filePath, data, success: () => resolve(filePath), fail: () => reject(new UnfitPhoto('full')) })
  })

export const photoFiles = (): Promise<string[]> =>
  new Promise((resolve) => Taro.getFileSystemManager().readdir({ dirPath: folder(), success: ({ files }) => resolve(files.filter((name) => OURS.test(name)).map((name) => `${folder()}/${name}`)), fail: () => resolve([]) }))

export const isThere = (path: string): Promise<boolean> => new Promise((resolve) => Taro.getFileSystemManager().access({ path, success: () => resolve(true), fail: () => resolve(false) }))

/** What is not there any more is as good as removed. */
export const removeFile = (filePath: string): void => Taro.getFileSystemManager().unlink({ filePath, fail: () => undefined })
