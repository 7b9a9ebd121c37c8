import Taro from '@tarojs/taro'
import { confirm } from '../confirm'

/** A new version that WeChat has fetched in the background is used at once by who says so, else at the next cold start. */
export function offerUpdate() {
  if (process.env.TARO_ENV !== 'weapp' || typeof Taro.getUpdateManager !== 'function') return
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => {
    void confirm({ title: '邻净有新版本', words: '新版本已经下载好，更新时会重新打开邻净。正在填写的请先提交，再更新。', yes: '现在更新', no: '以后再说' }).then((isWanted) => isWanted && manager.applyUpdate())
  })
}
