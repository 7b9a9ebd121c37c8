import Taro from '@tarojs/taro'

/** 小区公示, of a month where one is named. */
export const openEstate = (estateId: string, month?: string): void => void Taro.navigateTo({ url: `/resident/pages/estate/index?estateId=${encodeURIComponent(estateId)}${month ? `&month=${month}` : ''}` })
