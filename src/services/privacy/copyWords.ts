import Taro from '@tarojs/taro'
import { say } from '../say'
import { consentTo } from './consent'

/** Puts words where they can be pasted; WeChat counts that as private. True when they are there. */
export async function copyWords(words: string, done: string): Promise<boolean> {
  if (!(await consentTo('clipboard'))) return false
  try {
    await Taro.setClipboardData({ data: words })
  } catch {
    say('没有复制成功，请照着抄写')
    return false
  }
  say(done)
  return true
}
