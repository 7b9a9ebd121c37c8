import Taro from '@tarojs/taro'

export const openHousehold = (householdId: string): void => void Taro.navigateTo({ url: `/resident/pages/household/index?id=${encodeURIComponent(householdId)}` })
export const openBinding = (): void => void Taro.navigateTo({ url: '/resident/pages/bind/index' })
