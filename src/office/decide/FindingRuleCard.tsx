import { Text, View } from '@tarojs/components'
import { UNDECIDED, type Edition, type FindingKind, type Level } from '../../../domain/rulebook/edition'
import { Card } from '@/components/Card'
import { pointsText } from '@/domainViews/pointsText'
import { FINDING_KIND, LEVEL } from '@/labels/zh'
import './style.scss'

/** What a finding costs on a case of this level, in the plan's own words. */
export function FindingRuleCard({ edition, kind, level }: { edition: Edition; kind: FindingKind; level: Level }) {
  const { text, clause, points } = edition.findings[kind]
  const cost = points[level]
  return (
    <Card>
      <View className='rule__name'><Text>{`${FINDING_KIND[kind]} · ${cost === UNDECIDED ? '分值未定' : `${LEVEL[level]}案卷扣 ${pointsText(cost)} 分`}`}</Text></View>
      <View className='rule__text'><Text>{text}</Text></View>
      <View className='decide__line'><Text>{`依据：${clause}`}</Text></View>
    </Card>
  )
}
