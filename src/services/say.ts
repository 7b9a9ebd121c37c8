import Taro from '@tarojs/taro'

/** A short word that passes by. What must be acted on belongs on the page instead. */
export const say = (words: string): void => void Taro.showToast({ title: words, icon: 'none', duration: 2500 })
