import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { ListEnd } from '@/components/ListEnd'
import { Loaded } from '@/components/Loaded'
import { CaseRow } from '@/domainViews/CaseRow'
import type { Segment } from '@/domainViews/caseSegment'
import { usePages } from '@/services/usePages'

const report = { words: '报告问题', onPress: () => void Taro.navigateTo({ url: '/pages/report/index' }) }

const EMPTY = {
  mine: { title: '您还没有报告过问题', words: '看到小区里有问题，拍张照片告诉我们，进展会出现在这里。', action: report },
  neighbours: { title: '小区里还没有人报告问题', words: '看到问题可以马上报告。', action: report },
  estate: { title: '没有待处理的案卷', words: '新案卷派来后会出现在这里，也会发消息给您。' },
  handled: { title: '还没有回复过的案卷', words: '回复以后的案卷在这里，可以看核查结果。' },
  all: { title: '镇里还没有案卷', words: '居民报告、检查发现的问题都会出现在这里。' },
} as const satisfies Record<Segment, { title: string; words: string; action?: typeof report }>

const REQUEST = {
  mine: { scope: 'mine' },
  neighbours: { scope: 'neighbours' },
  estate: { scope: 'estate', open: true },
  handled: { scope: 'estate', open: false },
  all: { scope: 'all' },
} as const satisfies Record<Segment, Actions['listCases']['request']>

type CaseListProps = { segment: Segment; selected?: string; onOpen: (caseId: string) => void }

export function CaseList({ segment, selected, onOpen }: CaseListProps) {
  const { query, pages, more, next, loadingMore } = usePages('listCases', REQUEST[segment])
  const cases = pages.flatMap((page) => page.cases)
  return (
    <Loaded query={query} skeletonRows={4}>
      {() =>
        cases.length === 0 && !more ? (
          <Empty icon='folderOpen' {...EMPTY[segment]} />
        ) : (
          <>
            <Card flush>
              {cases.map((case_) => <CaseRow key={case_.id} case_={case_} withEstate={segment === 'all' || segment === 'mine'} selected={case_.id === selected} onOpen={() => onOpen(case_.id)} />)}
            </Card>
            <ListEnd more={more} loading={loadingMore} onMore={next} />
          </>
        )
      }
    </Loaded>
  )
}
