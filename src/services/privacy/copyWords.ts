import Taro from '@tarojs/taro'
import { consentTo } from './consent'

/** Puts words where they can be pasted; WeChat counts that as private. Whether they are there; undefined where the person does not want it. */
export async function copyWords(words: string): Promise<boolean | undefined> {
  if (!(await consentTo('clipboard'))) return undefined
  try {
    await Taro.setClipboardData({ data: words })
  } catch {
    return false
  }
  // WeChat, and Taro in a browser, lay “内容已复制” over the page: it is told by the button. (A promise, whatever its type says.)
  void Promise.resolve(Taro.hideToast()).catch(() => undefined)
  return true
}
