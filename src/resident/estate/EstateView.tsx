import { useState } from 'react'
import Taro from '@tarojs/taro'
import { HOUR_MS, monthOf } from '../../../domain/time/beijing'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Loaded } from '@/components/Loaded'
import { Section } from '@/components/Section'
import { periodWords } from '@/domainViews/periodWords'
import { useShare } from '@/services/share'
import { useRead } from '@/services/useAction'
import { useHeardNow } from '@/services/useNow'
import { EstateCases } from './EstateCases'
import { EstateFigures } from './EstateFigures'
import { EstateSurvey } from './EstateSurvey'
import { MonthChooser } from './MonthChooser'

const go = (url: string) => void Taro.navigateTo({ url })

/** 小区公示 of a month, this one unless told: what was reported and fixed, for everybody to read, and nothing of persons. */
export function EstateView({ estateId, first }: { estateId: string; first?: string }) {
  const now = useHeardNow(HOUR_MS)
  const current = now === null ? undefined : monthOf(now)
  const [month, setMonth] = useState(first)
  const news = useRead('readEstateNews', { estateId, month })
  const shown = news.data
  // Of an estate that has left the newest month is not the present one.
  const read = month ?? shown?.month
  useShare(shown ? { title: `${shown.estateName}${periodWords(shown.month)}公示：新问题 ${shown.reported} 件，处理好 ${shown.fixed} 件`, path: `/resident/pages/estate/index?estateId=${encodeURIComponent(estateId)}&month=${shown.month}` } : null)
  return (
    <>
      {current && <MonthChooser value={read ?? current} current={current} onChange={setMonth} />}
      <Loaded query={news} skeletonRows={4}>
        {(figures) => (
          <>
            <EstateFigures news={figures} isOver={current !== undefined && figures.month < current} />
            <EstateCases estateId={estateId} month={month} news={figures} />
          </>
        )}
      </Loaded>
      <Section title='考核和奖励'>
        <Card flush>
          <Cell icon='trendingUp' title='这个月的得分明细' note='每一分都能点开看依据' onPress={() => go(`/pages/score/index?estateId=${encodeURIComponent(estateId)}${read ? `&period=${read}` : ''}`)} />
          <Cell icon='trophy' title='全镇排名' onPress={() => void Taro.switchTab({ url: '/pages/standings/index' })} />
          <EstateSurvey estateId={estateId} />
          <Cell icon='gift' title='以奖代补' note='年终奖励的分配和公示' onPress={() => go('/pages/rewards/index')} />
        </Card>
      </Section>
    </>
  )
}
