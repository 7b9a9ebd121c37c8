import { Text, View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { Heading } from '@/components/Heading'
import { SHEET, TIE_BREAK } from '@/labels/scoring'
import { periodWords } from '../periodWords'
import { pointsText, scoreText, signedPoints } from '../pointsText'
import type { Score } from './index'

/** 综合得分 as a sum in plain words. */
export function Formula({ score: { period, standing, weights } }: { score: Score }) {
  const { estateName, rank, decidedBy, longTermPoints, propertyPoints, bonusPoints, compositePoints, marginPoints, satisfaction } = standing
  const parts = [
    { words: SHEET.longTerm.words, points: longTermPoints, percent: weights.longTermPercent },
    { words: SHEET.property.words, points: propertyPoints, percent: weights.propertyPercent },
  ].map((part) => ({ ...part, brings: Math.round((part.points * part.percent) / 100) }))
  const sum = parts.reduce((total, { brings }) => total + brings, bonusPoints)
  const ahead = marginPoints === null ? '' : marginPoints === 0 ? '，与后一名同分' : `，领先后一名 ${pointsText(marginPoints)} 分`
  return (
    <Card>
      <Heading className='score-head__estate'><Text>{estateName}</Text></Heading>
      <View className='score-head__period'><Text>{`${periodWords(period)} · 第 ${rank} 名${ahead}`}</Text></View>
      {decidedBy && <View className='score-head__period'><Text>{TIE_BREAK[decidedBy]}</Text></View>}
      <View className='score-head__number'><Text>{scoreText(compositePoints)}</Text><Text className='score-head__unit'>分</Text></View>
      <View className='score-sum' ariaRole='list'>
        {parts.map(({ words, points, percent, brings }) => (
          <View key={words} className='score-sum__row' ariaRole='listitem'>
            <Text className='score-sum__words'>{`${words} ${pointsText(points)} 分 × ${percent}%`}</Text><Text className='score-sum__points'>{scoreText(brings)}</Text>
          </View>
        ))}
        <View className='score-sum__row' ariaRole='listitem'><Text className='score-sum__words'>{SHEET.project.words}</Text><Text className='score-sum__points'>{bonusPoints === 0 ? '0' : signedPoints(bonusPoints)}</Text></View>
        <View className='score-sum__row score-sum__row--total' ariaRole='listitem'><Text className='score-sum__words'>综合得分</Text><Text className='score-sum__points'>{scoreText(compositePoints)}</Text></View>
      </View>
      {sum !== compositePoints && <View className='score-head__period'><Text>各项显示时四舍五入，综合得分按没有取整的平均分计算。</Text></View>}
      {satisfaction && <View className='score-head__period'><Text>{`业主满意率调查：回收 ${satisfaction.answered} 份，满意 ${satisfaction.satisfied} 份`}</Text></View>}
    </Card>
  )
}
