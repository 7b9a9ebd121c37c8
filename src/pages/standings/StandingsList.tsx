import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Badge } from '@/components/Badge'
import { Balances } from '@/components/Balances'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Empty } from '@/components/Empty'
import { Loaded } from '@/components/Loaded'
import { useVisit } from '@/domainViews/InTown/visit'
import { pointsText, scoreText } from '@/domainViews/pointsText'
import { periodWords } from '@/domainViews/periodWords'
import { useRules } from '@/domainViews/useRules'
import { SHEET, STAGE } from '@/labels/scoring'
import { useRead } from '@/services/useAction'
import { standingBalance, type Weights } from './standingBalance'
import './style.scss'

type Standings = Actions['readStandings']['reply']

/** 排名 of a period, this month unless told. */
export function StandingsList({ period, open, onOpen }: { period?: string; open?: string; onOpen: (estateId: string) => void }) {
  const query = useRead('readStandings', { period, ...useVisit() })
  const mine = useRead('whoAmI', {}).data?.person
  const rules = useRules()
  const myEstateId = mine?.grants.find((grant) => grant.role === 'manager')?.estateId ?? mine?.estateId ?? null
  const weights = rules?.edition.composite
  const fullPoints = rules?.edition.fullPoints
  return (
    <Loaded query={query} skeletonRows={6}>
      {(standings) => (
        <>
          <Head standings={standings} />
          {standings.standings.length === 0 && <Empty icon='trophy' title='还没有参加考核的小区' />}
          {standings.standings.length > 0 && weights && fullPoints !== undefined && (
            <Card>
              <Balances
                mark={pointsText(fullPoints)}
                signed={(points) => scoreText(Math.round(points))}
                parts={partsOf(standings, weights)}
                rows={standings.standings.map((standing) => standingBalance(standing, { ...weights, fullPoints }, myEstateId))}
                open={open}
                onOpen={onOpen}
              />
            </Card>
          )}
          <Card flush><Cell icon='gift' title='以奖代补' note='各小区的年度奖励' onPress={() => void Taro.navigateTo({ url: '/pages/rewards/index' })} /></Card>
        </>
      )}
    </Loaded>
  )
}

/** The third piece only where somebody has it. */
function partsOf({ standings }: Standings, { longTermPercent, propertyPercent }: Weights): string[] {
  const parts = [`${SHEET.longTerm.words} ${longTermPercent}%`, `${SHEET.property.words} ${propertyPercent}%`]
  return standings.some(({ bonusPoints }) => bonusPoints > 0) ? [...parts, SHEET.project.words] : parts
}

function Head({ standings: { period, stage, months } }: { standings: Standings }) {
  const { words, tone, icon, meaning } = STAGE[stage]
  const isYear = period.length === 4
  return (
    <View className='standings-head'>
      <View className='standings-head__line'><Text className='standings-head__period'>{periodWords(period)}</Text><Badge words={words} tone={tone} icon={icon} /></View>
      <View className='standings-head__note'><Text>{`${meaning}。${isYear ? `长效管理取 ${months.length} 个月的平均分` : '物业管理和创建加分从年初算到本月'}。`}</Text></View>
    </View>
  )
}
