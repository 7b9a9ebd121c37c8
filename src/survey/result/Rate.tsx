import { Text, View } from '@tarojs/components'
import type { SurveyResult } from '../../../domain/survey/result'
import { Card } from '@/components/Card'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { CoverageMeter } from '@/domainViews/CoverageMeter'
import { rateText } from '@/domainViews/percentText'
import { pointsText } from '@/domainViews/pointsText'
import { useRules } from '@/domainViews/useRules'
import type { ReadSurvey } from '../answer/ballotProps'
import { bandLines, honestWords } from './resultWords'
import './style.scss'

type RateProps = { result: SurveyResult; bonus: ReadSurvey['bonus'] }

/** 满意率 and 覆盖率 as exact numbers, what they could be at worst and at best, and what they bring by the rule. */
export function Rate({ result, bonus }: RateProps) {
  const edition = useRules()?.edition
  const { answered, satisfied, households } = result
  const rule = edition?.satisfaction
  return (
    <>
      <Card>
        <View className='rate__caption'><Text>总体满意率</Text></View>
        <View className='rate__number'><Text>{answered > 0 ? rateText(satisfied, answered) : '没有人作答'}</Text></View>
        <View className='rate__exact'><Text>{`${answered} 份答卷里 ${satisfied} 份满意（非常满意、满意两档）`}</Text></View>
        <CoverageMeter answered={answered} households={households} minimumPercent={rule?.minimumCoveragePercent} />
        <View className='rate__honest'><Text>{honestWords(result)}</Text></View>
      </Card>
      {edition && rule && (
        <Section title='加不加分' note={`${rule.clause}：${rule.text}`}>
          <Card>
            {bandLines(edition, result).map(({ words, isReached }) => (
              <View key={words} className={`band ${isReached ? 'band--on' : ''}`}>
                <View className='band__mark'>{isReached && <Icon name='check' size='small' />}</View>
                <Text>{isReached ? `${words}（本次）` : words}</Text>
              </View>
            ))}
          </Card>
          {bonus && <Notice tone={bonus.points > 0 ? 'good' : 'neutral'} words={bonusWords(bonus)} />}
        </Section>
      )}
    </>
  )
}

function bonusWords({ points, isWithheld, reason }: NonNullable<ReadSurvey['bonus']>): string {
  if (isWithheld) return `经考核办两人审定，这次不计加分。理由：${reason}`
  const told = points > 0 ? `物业管理考核加 ${pointsText(points)} 分` : '这次不加分'
  return reason === '' ? `${told}。` : `${told}。考核办两人复核后审定：${reason}`
}
