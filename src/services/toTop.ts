import Taro from '@tarojs/taro'

/** Done at the foot of a long form: the page goes up to where the result stands. It is told there and nowhere else. */
export const toTop = (): void => void Taro.pageScrollTo({ scrollTop: 0 })
