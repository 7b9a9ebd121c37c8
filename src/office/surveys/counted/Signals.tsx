import { Text, View } from '@tarojs/components'
import { Badge } from '@/components/Badge'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { rateText } from '@/domainViews/percentText'
import { SIGNAL } from '@/labels/surveyDesk'
import type { SurveyDesk } from './Counted'
import '../style.scss'

/** 异常信号: what was seen, how many count, and why it may be innocent. They flag and never delete. */
export function Signals({ desk: { survey, signals, result, flaggedMost, flaggedPercentMax } }: { desk: SurveyDesk }) {
  const answered = result?.answered ?? survey.answered
  const found = signals.filter(({ seen }) => seen > 0)
  const none = signals.filter(({ seen }) => seen === 0)
  const isMore = flaggedMost * 100 > flaggedPercentMax * answered
  return (
    <Section title='异常信号' note='只作提醒，一张答卷也不会因此被删掉。一份可能同时有几种信号。'>
      <Notice tone={isMore ? 'warn' : 'good'} words={`须留意的最多 ${flaggedMost} 份，占 ${answered} 份的 ${rateText(flaggedMost, answered)}；超过 ${flaggedPercentMax}% 的，加分须经两人复核。`} />
      {found.length > 0 && (
        <Card>
          {found.map(({ kind, seen, flagged }) => {
            const { words, seen: what, innocent } = SIGNAL[kind]
            return (
              <View key={kind} className='signal'>
                <View className='signal__head'><Text className='signal__name'>{words}</Text><Badge tone={flagged > 0 ? 'warn' : 'neutral'} words={`${seen} ${kind === 'denied' ? '户' : '份'}，计入 ${flagged} 份`} /></View>
                <Text className='signal__note'>{`${what}${innocent}`}</Text>
              </View>
            )
          })}
        </Card>
      )}
      {none.length > 0 && <Text className='signal__note'>{`没有发现：${none.map(({ kind }) => SIGNAL[kind].words).join('、')}`}</Text>}
    </Section>
  )
}
