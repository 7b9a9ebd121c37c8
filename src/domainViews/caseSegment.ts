import Taro from '@tarojs/taro'

export type Segment = 'mine' | 'neighbours' | 'estate' | 'handled' | 'all'
const PLACE = 'cases:segment'

/** A tab takes no parameters: what it is to show is left where it looks. */
export const lastSegment = (): Segment | '' => Taro.getStorageSync<Segment | ''>(PLACE)
export const keepSegment = (segment: Segment) => Taro.setStorageSync(PLACE, segment)

export function openCases(segment: Segment) {
  keepSegment(segment)
  void Taro.switchTab({ url: '/pages/cases/index' })
}
