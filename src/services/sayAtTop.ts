import Taro from '@tarojs/taro'
import { say } from './say'

/** Done at the foot of a long form: said in passing, and the page goes up to where the result stands. */
export function sayAtTop(words: string): void {
  say(words)
  void Taro.pageScrollTo({ scrollTop: 0 })
}
