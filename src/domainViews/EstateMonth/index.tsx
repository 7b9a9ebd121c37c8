import Taro from '@tarojs/taro'
import { Card } from '@/components/Card'
import { Loaded } from '@/components/Loaded'
import { Section } from '@/components/Section'
import { Stat, Stats } from '@/components/Stat'
import { openEstate } from '../openEstate'
import { useRead } from '@/services/useAction'

const openStandings = () => void Taro.switchTab({ url: '/pages/standings/index' })

/** My estate this month, in three figures that can be opened. */
export function EstateMonth({ estateId, estateName }: { estateId: string; estateName: string }) {
  const news = useRead('readEstateNews', { estateId })
  const standings = useRead('readStandings', {})
  const mine = standings.data?.standings.find((each) => each.estateId === estateId)
  const open = () => openEstate(estateId)
  return (
    <Section title={`${estateName}这个月`} more={{ words: '看公示', onPress: open }}>
      <Loaded query={news} skeletonRows={1}>
        {({ reported, fixed }) => (
          <Card>
            <Stats>
              <Stat value={mine ? `第 ${mine.rank}` : '—'} unit={mine && '名'} caption={standings.data ? `共 ${standings.data.standings.length} 个小区` : '排名'} onOpen={openStandings} />
              <Stat value={String(reported)} unit='件' caption='新问题' onOpen={open} />
              <Stat value={String(fixed)} unit='件' caption='已处理好' tone={fixed > 0 ? 'good' : undefined} onOpen={open} />
            </Stats>
          </Card>
        )}
      </Loaded>
    </Section>
  )
}
