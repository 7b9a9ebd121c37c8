import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import type { Segment } from '@/domainViews/caseSegment'

const report = { words: '报告问题', onPress: () => void Taro.navigateTo({ url: '/pages/report/index' }) }

/** What each view of the cases is called, asks for, and says when there is nothing. */
export const SEGMENT = {
  mine: { words: '我的', request: { scope: 'mine' }, empty: { title: '您还没有报告过问题', words: '看到小区里有问题，拍张照片告诉我们，进展会出现在这里。', action: report } },
  neighbours: { words: '小区', request: { scope: 'neighbours' }, empty: { title: '小区里还没有人报告问题', words: '看到问题可以马上报告。', action: report } },
  estate: { words: '待处理', request: { scope: 'estate', open: true }, empty: { title: '没有待处理的案卷', words: '新案卷派来后会出现在这里，也会发消息给您。' } },
  handled: { words: '已回复', request: { scope: 'estate', open: false }, empty: { title: '还没有回复过的案卷', words: '回复以后的案卷在这里，可以看核查结果。' } },
  all: { words: '全镇', request: { scope: 'all' }, empty: { title: '镇里还没有案卷', words: '居民报告、检查发现的问题都会出现在这里。' } },
} as const satisfies Record<Segment, { words: string; request: Actions['listCases']['request']; empty: { title: string; words: string; action?: typeof report } }>
