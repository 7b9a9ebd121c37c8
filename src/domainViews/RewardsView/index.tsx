import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { yearOf } from '../../../domain/time/beijing'
import { Badge } from '@/components/Badge'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Fold } from '@/components/Fold'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { REWARD_STAGE, awardIcon } from '@/labels/scoring'
import { useNow } from '@/services/useNow'
import { endWords, momentWords } from '../momentWords'
import { pointsText, yuanText } from '../pointsText'
import './style.scss'

export type Rewards = Actions['readRewards']['reply']
type Award = Rewards['awards'][number]
const HOUR_MS = 3_600_000

/** 以奖代补 of a year: who gets what, why, and how far ahead of the next. */
export function RewardsView({ rewards }: { rewards: Rewards }) {
  const { year, tiers, awards, undecidedTie, without, payoutNote } = rewards
  const isOver = yearOf(useNow(HOUR_MS)) > year
  return (
    <>
      <Stage rewards={rewards} isOver={isOver} />
      {without && <Notice tone='warn' words={`这次分配没有计入案卷 ${without.numbers.join('、')}：${without.reason}`} />}
      {undecidedTie.length > 0 && <Notice tone='warn' words={`${undecidedTie.join('、')}${isOver ? '同分，关系到奖励的档次，由镇考核办抽签决定。' : '现在同分，关系到奖励的档次；年终仍然同分的，由镇考核办抽签决定。'}`} />}
      {tiers.map((tier) => (
        <Card key={tier.id}>
          <View className='tier'>
            <Icon name={awardIcon(tier.id)} />
            <Text className='tier__name'>{tier.name}</Text>
            <Text className='tier__amount'>{`每个 ${yuanText(tier.amountFen)} 元 · 共 ${tier.places} 名`}</Text>
          </View>
          {awards.filter((award) => award.tier === tier.id).map((award) => <AwardRow key={award.estateId} award={award} year={year} />)}
          {!awards.some((award) => award.tier === tier.id) && <View className='award__reason'><Text>{undecidedTie.length > 0 ? '同分的名次还没有定' : '还没有符合条件的小区'}</Text></View>}
        </Card>
      ))}
      <Card><Fold title='奖励怎么发放'><Text>{payoutNote}</Text></Fold></Card>
    </>
  )
}

function Stage({ rewards: { year, stage, publicityEndsAt, allocatedAt, confirmedAt }, isOver }: { rewards: Rewards; isOver: boolean }) {
  const { words, tone, icon, meaning } = REWARD_STAGE[stage]
  const now = useNow(60_000)
  const when = [
    allocatedAt !== null && `${momentWords(allocatedAt, now)}分配`,
    stage === 'publicity' && publicityEndsAt !== null && `公示到 ${endWords(publicityEndsAt, now)}`,
    confirmedAt !== null && `${momentWords(confirmedAt, now)}确定`,
  ].filter(Boolean)
  return (
    <View className='rewards-head'>
      <View className='rewards-head__line'><Text className='rewards-head__year'>{`${year}年度`}</Text><Badge words={words} tone={tone} icon={icon} /></View>
      <View className='rewards-head__note'><Text>{`${stage === 'forecast' && isOver ? '年度已经结束，等镇考核办分配；这是按现在的得分推算的' : meaning}。`}</Text></View>
      {when.length > 0 && <View className='rewards-head__note'><Text>{when.join('，')}</Text></View>}
    </View>
  )
}

function AwardRow({ award: { estateId, estateName, amountFen, reason, marginPoints }, year }: { award: Award; year: number }) {
  const margin = marginPoints === null ? '' : marginPoints === 0 ? '，与后一名同分' : `，领先后一名 ${pointsText(marginPoints)} 分`
  return (
    <View className='award'>
      <Cell
        title={<Text className='award__estate'>{estateName}</Text>}
        note={<Text>{`${reason}${margin}`}</Text>}
        value={<Text className='award__amount'>{`${yuanText(amountFen)} 元`}</Text>}
        label={`${estateName}，${yuanText(amountFen)} 元，${reason}${margin}，点按看得分明细`}
        onPress={() => void Taro.navigateTo({ url: `/pages/score/index?estateId=${estateId}&period=${year}` })}
      />
    </View>
  )
}
