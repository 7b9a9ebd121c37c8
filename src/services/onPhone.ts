import Taro from '@tarojs/taro'

/** Written on this phone; false where its storage is full (10 MB on WeChat), so that the page can say so. */
export function writeOnPhone(place: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(place, value)
    return true
  } catch {
    return false
  }
}

export const readOnPhone = <T>(place: string): T | null => Taro.getStorageSync<T | ''>(place) || null
export const placesOnPhone = (prefix: string): string[] => Taro.getStorageInfoSync().keys.filter((place) => place.startsWith(prefix))
