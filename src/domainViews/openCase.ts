import Taro from '@tarojs/taro'

export const openCase = (caseId: string): void => void Taro.navigateTo({ url: `/pages/case/index?id=${encodeURIComponent(caseId)}` })
