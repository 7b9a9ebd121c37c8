import { Text, View } from '@tarojs/components'
import { Badge } from '@/components/Badge'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { momentWords } from '@/domainViews/momentWords'
import { SURVEY_VERDICT } from '@/labels/surveyDesk'
import { useNow } from '@/services/useNow'
import type { SurveyDesk } from './Counted'
import { VerdictForm } from './VerdictForm'
import '../style.scss'

type Said = NonNullable<SurveyDesk['proposed']>

/** 加分复核: one proposes, another one confirms. */
export function Verdict({ desk, mayAct, onDone }: { desk: SurveyDesk; mayAct: boolean; onDone: (words: string) => void }) {
  const { survey, proposed, decided, sample } = desk
  if (!survey.waits?.review && !decided) return null
  const left = sample.filter(({ outcome }) => outcome === null).length
  return (
    <Section title='加分复核' note='一位提出，另一位确认；意见不同的，算重新提出。'>
      {(proposed || decided) && (
        <Card>
          {proposed && <Line step='提出' said={proposed} />}
          {decided && <Line step='确认' said={decided} />}
        </Card>
      )}
      {!decided && proposed?.mine && <Notice words='您已经提出，等考核办的另一位同事确认。要改，就提出另一种意见。' />}
      {!decided && mayAct && (left > 0 ? <Notice tone='info' words={`抽样回访还有 ${left} 户没有做，做完才能审定。`} /> : <VerdictForm key={proposed?.at ?? 0} survey={survey} proposed={proposed} onDone={onDone} />)}
    </Section>
  )
}

function Line({ step, said: { who, at, release, reason } }: { step: string; said: Said }) {
  const now = useNow(60_000)
  const { words, icon } = SURVEY_VERDICT[release ? 'release' : 'withhold']
  return (
    <View className='verdict__line'>
      <View className='signal__head'><Text className='signal__name'>{`${step}：${who}`}</Text><Badge words={words} icon={icon} tone={release ? 'good' : 'warn'} /></View>
      <Text className='signal__note'>{`${momentWords(at, now)}，${reason}`}</Text>
    </View>
  )
}
