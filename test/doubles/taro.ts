import { smallJpeg } from '../support/jpeg'
import { createContext, useContext, useEffect, useRef } from 'react'

/** Stands for @tarojs/taro in jsdom. Everything is a jest.fn that succeeds; a test changes what it needs. */
type Fn = (...args: any[]) => any

const ok = () => jest.fn(() => Promise.resolve({ errMsg: 'ok' }))

/** Hooks of a page's life run once, after it is drawn. */
const once = () => (callback: Fn) => {
  const latest = useRef(callback)
  latest.current = callback
  useEffect(() => {
    latest.current({})
  }, [])
}
export const useLoad = once()
export const useReady = once()
export const useLaunch = once()

/** Where a test draws several pages: which one this is. */
export const PageName = createContext('')
const listeners: Record<string, { page: string; callback: Fn }[]> = {}
const event = (name: string) => (callback: Fn) => {
  const page = useContext(PageName)
  useEffect(() => {
    const listener = { page, callback }
    ;(listeners[name] ??= []).push(listener)
    return () => {
      listeners[name] = (listeners[name] ?? []).filter((other) => other !== listener)
    }
  })
}
const [shownFirst, shownAgain] = [once(), event('didShow')]
export const useDidShow = (callback: Fn) => {
  shownFirst(callback)
  shownAgain(callback)
}
export const usePullDownRefresh = event('pullDownRefresh')
export const useReachBottom = event('reachBottom')
export const useDidHide = event('didHide')
export const useShareAppMessage = event('share')
export const useUnload = event('unload')
/** For tests: what the phone would tell the page. */
export const firePage = (name: string, ...args: unknown[]) => Promise.all((listeners[name] ?? []).map(({ callback }) => callback(...args)))
/** The same for one of several pages. */
export const fireOn = (page: string, name: string) => (listeners[name] ?? []).filter((listener) => listener.page === page).forEach(({ callback }) => callback({}))

let params: Record<string, string> = {}
export const setRouterParams = (next: Record<string, string>) => {
  params = next
}
export const useRouter = () => ({ params, path: '' })
export const getCurrentInstance = () => ({ router: { params } })

/** There is no layout here: what is asked for is nowhere. */
const nothingFound = () => {
  const query = { select: () => query, boundingClientRect: () => query, selectViewport: () => query, scrollOffset: () => query, exec: (told?: (found: null[]) => void) => told?.([null, null]) }
  return query
}

const storage = new Map<string, unknown>()
/** For tests: the files of the phone, by path. */
export const phoneFiles = new Map<string, Uint8Array>()
type FileOption = { filePath?: string; path?: string; data?: ArrayBuffer | string; encoding?: 'base64'; success?: (result: object) => void; fail?: (error: object) => void }
const onFile = (work: (option: FileOption) => object | undefined) => (option: FileOption) => {
  const done = work(option)
  if (done) option.success?.(done)
  else option.fail?.({ errMsg: 'fail no such file or directory' })
}
/** For tests: a phone as new. */
export const clearPhone = () => {
  storage.clear()
  phoneFiles.clear()
}

const Taro = {
  navigateTo: ok(), redirectTo: ok(), switchTab: ok(), navigateBack: ok(), reLaunch: ok(), getCurrentPages: jest.fn(() => []),
  hideToast: ok(), showLoading: ok(), hideLoading: ok(), setNavigationBarTitle: ok(), previewImage: ok(), makePhoneCall: ok(), stopPullDownRefresh: jest.fn(), pageScrollTo: ok(),
  showModal: jest.fn(() => Promise.resolve({ confirm: true, cancel: false })),
  showActionSheet: jest.fn(() => Promise.resolve({ tapIndex: 0 })),
  request: jest.fn(() => Promise.resolve({ statusCode: 200, data: {}, header: {} })),
  chooseMedia: jest.fn(() => Promise.resolve({ tempFiles: [{ tempFilePath: 'wxfile://tmp.jpg', size: 1 }] })),
  chooseMessageFile: jest.fn(() => Promise.resolve({ tempFiles: [{ path: 'wxfile://tmp.xlsx', name: '名册.xlsx' }] })),
  requestSubscribeMessage: jest.fn(() => Promise.resolve({ errMsg: 'ok' })),
  cloud: {
    init: jest.fn(),
    callFunction: jest.fn(() => Promise.resolve({ result: null })),
    uploadFile: jest.fn((option: { cloudPath: string; success: (result: { fileID: string }) => void }) => {
      void Promise.resolve().then(() => option.success({ fileID: `cloud://env.bucket/${option.cloudPath}` }))
      return { onProgressUpdate: jest.fn() }
    }),
  },
  setClipboardData: ok(), scanCode: jest.fn(() => Promise.resolve({ result: '' })), openSetting: ok(), setTabBarBadge: ok(), removeTabBarBadge: ok(),
  getPrivacySetting: jest.fn(({ success }: { success: (setting: { needAuthorization: boolean }) => void }) => success({ needAuthorization: false })), onNeedPrivacyAuthorization: jest.fn(),
  clearStorageSync: jest.fn(() => storage.clear()),
  shareFileMessage: jest.fn((option: { success: () => void }) => option.success()),
  showShareMenu: ok(), hideShareMenu: ok(),
  openDocument: jest.fn((option: { success: () => void }) => option.success()),
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getImageInfo: jest.fn(() => Promise.resolve({ width: 4000, height: 3000 })),
  compressImage: jest.fn(({ src }: { src: string }) => Promise.resolve({ tempFilePath: `${src}.small` })),
  getLocation: jest.fn(() => Promise.resolve({ latitude: 30.1234567, longitude: 120.7654321, accuracy: 15 })),
  getFileSystemManager: jest.fn(() => ({
    // What the camera or the compression made is a file of some bytes; what was written is found again.
    readFile: onFile(({ filePath }) => (filePath!.startsWith('wxfile://usr') && !phoneFiles.has(filePath!) ? undefined : { data: (phoneFiles.get(filePath!) ?? smallJpeg()).buffer })),
    writeFile: onFile(({ filePath, data, encoding }) => phoneFiles.set(filePath!, typeof data === 'string' ? new Uint8Array(Buffer.from(data, encoding)) : new Uint8Array(data!))),
    access: onFile(({ path }) => (phoneFiles.has(path!) ? {} : undefined)),
    readdir: onFile(() => ({ files: [...phoneFiles.keys()].map((path) => path.replace('wxfile://usr/', '')) })),
    unlink: onFile(({ filePath }) => (phoneFiles.delete(filePath!) ? {} : undefined)),
  })),
  getStorageInfoSync: jest.fn(() => ({ keys: [...storage.keys()] })),
  getStorageSync: jest.fn((key: string) => storage.get(key) ?? ''),
  setStorageSync: jest.fn((key: string, value: unknown) => void storage.set(key, value)),
  removeStorageSync: jest.fn((key: string) => void storage.delete(key)),
  getAppBaseInfo: jest.fn(() => ({ fontSizeScaleFactor: 1, theme: 'light' })),
  onAppShow: jest.fn(), offAppShow: jest.fn(), onAppHide: jest.fn(), offAppHide: jest.fn(), onNetworkStatusChange: jest.fn(), offNetworkStatusChange: jest.fn(),
  createSelectorQuery: nothingFound,
  getWindowInfo: jest.fn(() => ({ windowWidth: 390 })), onWindowResize: jest.fn(), offWindowResize: jest.fn(),
  nextTick: (callback: Fn) => setTimeout(callback, 0), getEnv: () => 'WEAPP', ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' },
  useLoad, useReady, useDidShow, useLaunch, usePullDownRefresh, useReachBottom, useDidHide, useShareAppMessage, useUnload, useRouter, getCurrentInstance,
}
export default Taro
