import Taro from '@tarojs/taro'

/** 基础库 from which WeChat asks about privacy as we do (decision 0035). Set the same in the console: 设置 → 基本设置 → 基础库最低可用版本. */
export const BASE_LIBRARY_MIN = '2.32.3'

/** By numbers, part by part: 2.9.0 is older than 2.32.3. */
export function isOlder(version: string, than: string): boolean {
  const [mine, other] = [version, than].map((text) => text.split('.').map(Number)) as [number[], number[]]
  const at = other.findIndex((part, index) => (mine[index] ?? 0) !== part)
  return at >= 0 && (mine[at] ?? 0) < other[at]!
}

const versionHere = (): string | undefined => (typeof Taro.getAppBaseInfo === 'function' ? Taro.getAppBaseInfo() : Taro.getSystemInfoSync()).SDKVersion

/** Whoever has a WeChat that is too old is told, and how to come by a newer one. */
export function tellOldWeChat() {
  if (process.env.TARO_ENV !== 'weapp') return
  const version = versionHere()
  if (!version || !isOlder(version, BASE_LIBRARY_MIN)) return
  const mayUpdate = typeof Taro.updateWeChatApp === 'function'
  void Taro.showModal({
    title: '微信版本太旧',
    content: `邻净的一些功能在这个版本的微信里用不了。${mayUpdate ? '点“去更新”' : '请在手机的应用商店里搜“微信”'}，更新到最新版，再打开邻净。`,
    confirmText: mayUpdate ? '去更新' : '知道了',
    cancelText: '先看看',
    showCancel: mayUpdate,
  }).then(({ confirm }) => {
    if (confirm && mayUpdate) void Taro.updateWeChatApp({})
  })
}
