type Done = (result: unknown) => void
type Option = Record<string, any> & { success?: Done; fail?: Done; complete?: Done }

/** What the phone answers where a person or the cloud would. Each may be changed while the app runs. */
export type Answers = {
  callFunction: (invocation: { name: string; data: unknown }) => unknown
  /** `bytes`: what leaves the phone. */
  uploadFile: (file: { cloudPath: string; filePath: string; bytes: Uint8Array }) => string | Promise<string>
  /** What stands in a file of the camera, the album, or the compression. */
  picture: (path: string) => Uint8Array
  /** Where the compressed picture stands; a phone may fail. */
  compressImage: (option: { src: string; compressedWidth?: number; compressedHeight?: number }) => string
  getImageInfo: (option: { src: string }) => { width: number; height: number }
  showModal: (question: { title: string; content: string }) => boolean
  showActionSheet: (sheet: { itemList: string[] }) => number
  chooseMedia: (option: { count: number; sourceType: string[] }) => string[]
  requestSubscribeMessage: (option: { tmplIds: string[] }) => Record<string, string>
  getLocation: () => { latitude: number; longitude: number; accuracy: number }
  /** Whether WeChat still wants its own privacy text agreed to. */
  needsPrivacy: () => boolean
  /** What its phone button hands out; null when the person says no. */
  phoneCode: () => string | null
  scanCode: () => { path?: string; result: string }
  /** What WeChat says about itself and its window, over what it usually does. */
  system: () => { readonly SDKVersion?: string; readonly windowWidth?: number }
}

export type Call = { api: string; option: unknown }

const ignore = (): void => undefined
const copy = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T))

/** `wx`, as far as this app needs it. What is asked for and not here fails, and stands in `unstubbed`. */
export function makeWx(answers: Answers, navigate: Record<string, (option: Option) => void | Promise<void>>, parse: (json: string) => unknown) {
  const storage = new Map<string, string>()
  const files = new Map<string, ArrayBuffer>()
  const calls: Call[] = []
  const unstubbed = new Set<string>()

  /** WeChat's convention: with callbacks it answers them, without it gives a promise. */
  const answering = (api: string, work: (option: Option) => unknown) => (given?: Option) => {
    const option = given ?? {}
    calls.push({ api, option: copy({ ...option, success: undefined, fail: undefined, complete: undefined }) })
    const done = (async () => {
      await Promise.resolve()
      return { errMsg: `${api}:ok`, ...((await work(option)) as object | undefined) }
    })()
    if (!option.success && !option.fail && !option.complete) return done
    done.then(
      (result) => { option.success?.(result); option.complete?.(result) },
      (error: unknown) => { option.fail?.(error); option.complete?.(error) },
    )
    return undefined
  }

  /** WeChat's files answer callbacks only. */
  const filing = (api: string, work: (option: Option) => object | undefined) => (option: Option) => void answering(api, async (given) => work(given) ?? Promise.reject({ errMsg: `${api}:fail no such file or directory` }))({ success: () => undefined, ...option })
  const fileSystem = {
    readFile: filing('readFile', ({ filePath }) => ({ data: files.get(filePath as string) ?? Uint8Array.from(answers.picture(filePath as string)).buffer })),
    writeFile: filing('writeFile', ({ filePath, data, encoding }) => files.set(filePath as string, encoding === 'base64' ? new Uint8Array(Buffer.from(data as string, 'base64')).buffer : (data as ArrayBuffer))),
    access: filing('access', ({ path }) => (files.has(path as string) ? {} : undefined)),
    unlink: filing('unlink', ({ filePath }) => (files.delete(filePath as string) ? {} : undefined)),
    readdir: filing('readdir', ({ dirPath }) => ({ files: [...files.keys()].map((file) => file.replace(`${dirPath as string}/`, '')) })),
  }

  const system = { pixelRatio: 2, windowWidth: 390, windowHeight: 700, screenWidth: 390, screenHeight: 844, platform: 'ios', system: 'iOS 17', SDKVersion: '3.6.0', version: '8.0.50', language: 'zh_CN', theme: 'light', fontSizeSetting: 16, fontSizeScaleFactor: 1 }
  const systemInfo = () => ({ ...system, ...answers.system() })
  /** Who listens to what WeChat tells by itself: `onError`, `onWindowResize`, `onUpdateReady` … */
  const listeners = new Map<string, Set<(told?: unknown) => void>>()
  const on = (name: string) => (listener: (told?: unknown) => void) => void listeners.set(name, (listeners.get(name) ?? new Set()).add(listener))
  const off = (name: string) => (listener: (told?: unknown) => void) => void listeners.get(name)?.delete(listener)
  const tell = (name: string, told?: unknown) => listeners.get(name)?.forEach((listener) => listener(told))
  /** There is no layout: whatever is asked for stands two screens further down. */
  const farDown = () => {
    const [place, offset] = [{ left: 0, top: 1400, width: 390, height: 100, bottom: 1500 }, { scrollTop: 0 }]
    const told: ((found: object) => void)[] = []
    const query = {
      select: () => query, selectViewport: () => query, scrollOffset: () => query,
      boundingClientRect: (tell?: (found: object) => void) => { if (tell) told.push(tell); return query },
      exec: (tell?: (found: object[]) => void) => { for (const each of told) each(place); tell?.([place, offset]) },
    }
    return query
  }
  const noted = (api: string) => (...given: unknown[]) => void calls.push({ api, option: given })
  const quiet = ['setNavigationBarTitle', 'stopPullDownRefresh', 'hideToast', 'showLoading', 'hideLoading', 'previewImage', 'setTabBarBadge', 'removeTabBarBadge', 'pageScrollTo', 'vibrateShort', 'setClipboardData', 'makePhoneCall', 'shareFileMessage', 'openDocument', 'showShareMenu', 'hideShareMenu']

  const known: Record<string, unknown> = {
    ...Object.fromEntries(quiet.map((api) => [api, answering(api, () => undefined)])),
    ...Object.fromEntries(Object.entries(navigate).map(([api, go]) => [api, answering(api, go)])),
    ...Object.fromEntries(['getSystemInfoSync', 'getAppBaseInfo', 'getWindowInfo', 'getDeviceInfo', 'getSystemSetting'].map((api) => [api, systemInfo])),
    // Taro asks wx for what it has on its own, so these must stand here.
    ...Object.fromEntries(['AppShow', 'AppHide', 'NetworkStatusChange', 'WindowResize', 'ThemeChange', 'NeedPrivacyAuthorization', 'PageNotFound', 'Error', 'UnhandledRejection'].flatMap((name) => [[`on${name}`, on(name)], [`off${name}`, off(name)]])),
    getUpdateManager: () => ({ onCheckForUpdate: ignore, onUpdateReady: on('UpdateReady'), onUpdateFailed: ignore, applyUpdate: noted('applyUpdate') }),
    getRealtimeLogManager: () => ({ info: noted('log.info'), warn: noted('log.warn'), error: noted('log.error') }),
    updateWeChatApp: answering('updateWeChatApp', () => undefined),
    canIUse: () => true,
    createSelectorQuery: farDown,
    getPrivacySetting: answering('getPrivacySetting', () => ({ needAuthorization: answers.needsPrivacy(), privacyContractName: '' })),
    scanCode: answering('scanCode', () => answers.scanCode()),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => fileSystem,
    getStorageInfoSync: () => parse(JSON.stringify({ keys: [...storage.keys()] })),
    getImageInfo: answering('getImageInfo', (option) => answers.getImageInfo(option as never)),
    compressImage: answering('compressImage', (option) => ({ tempFilePath: answers.compressImage(option as never) })),
    getLocation: answering('getLocation', () => answers.getLocation()),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getStorageSync: (key: string) => (storage.has(key) ? parse(storage.get(key)!) : ''),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    nextTick: (task: () => void) => void setTimeout(task, 0),
    showModal: answering('showModal', (option) => { const confirm = answers.showModal(option as never); return { confirm, cancel: !confirm } }),
    showActionSheet: answering('showActionSheet', (option) => ({ tapIndex: answers.showActionSheet(option as never) })),
    chooseMedia: answering('chooseMedia', (option) => ({ type: 'image', tempFiles: answers.chooseMedia(option as never).map((tempFilePath) => ({ tempFilePath, size: 1, fileType: 'image' })) })),
    requestSubscribeMessage: answering('requestSubscribeMessage', (option) => answers.requestSubscribeMessage(option as never)),
    cloud: {
      init() {},
      callFunction: answering('cloud.callFunction', async (option) => {
        const result = await answers.callFunction(copy({ name: option.name as string, data: option.data as unknown }))
        return { result: result === undefined ? null : parse(JSON.stringify(result)) }
      }),
      uploadFile: (option: Option) => answering('cloud.uploadFile', async (file) => ({ fileID: await answers.uploadFile({ ...(file as { cloudPath: string; filePath: string }), bytes: new Uint8Array(files.get(file.filePath as string) ?? answers.picture(file.filePath as string)) }) }))(option) ?? { onProgressUpdate() {} },
    },
  }
  const wx = new Proxy(known, {
    get(target, key) {
      if (typeof key !== 'string' || key in target || !/^[a-z]/.test(key) || key === 'then') return Reflect.get(target, key) as unknown
      if (key === 'webpackJsonp' || key.startsWith('__')) return undefined
      return (option?: Option) => {
        unstubbed.add(key)
        return answering(key, () => Promise.reject({ errMsg: `${key}:fail the host has no answer` }))(option)
      }
    },
  })
  return { wx, calls, tell, unstubbed, storage, files }
}
