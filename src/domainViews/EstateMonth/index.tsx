import Taro from '@tarojs/taro'
import { monthOf } from '../../../domain/time/beijing'
import { Card } from '@/components/Card'
import { Loaded } from '@/components/Loaded'
import { Section } from '@/components/Section'
import { Stat, Stats } from '@/components/Stat'
import { openCases } from '../caseSegment'
import { serverNow } from '@/services/serverNow'
import { useRead } from '@/services/useAction'
import { useEstateMonth } from './useEstateMonth'

const openStandings = () => void Taro.switchTab({ url: '/pages/standings/index' })

/** My estate this month, in three figures that can be opened. */
export function EstateMonth({ estateId, estateName }: { estateId: string; estateName: string }) {
  const month = monthOf(serverNow())
  const counts = useEstateMonth(estateId, month)
  const standings = useRead('readStandings', { period: month })
  const mine = standings.data?.standings.find((each) => each.estateId === estateId)
  return (
    <Section title={`${estateName}这个月`} more={{ words: '看排名', onPress: openStandings }}>
      <Loaded query={counts} skeletonRows={1}>
        {({ reported, closed, complete }) => (
          <Card>
            <Stats>
              <Stat value={mine ? `第 ${mine.rank}` : '—'} unit={mine && '名'} caption={`排名${standings.data ? `（共 ${standings.data.standings.length} 个）` : ''}`} onOpen={openStandings} />
              <Stat value={`${reported}${complete ? '' : '+'}`} unit='件' caption='新问题' onOpen={() => openCases('neighbours')} />
              <Stat value={`${closed}${complete ? '' : '+'}`} unit='件' caption='其中已办结' tone={closed > 0 ? 'good' : undefined} onOpen={() => openCases('neighbours')} />
            </Stats>
          </Card>
        )}
      </Loaded>
    </Section>
  )
}
