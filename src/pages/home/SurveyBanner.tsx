import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { openBallot } from '@/domainViews/openSurvey'
import { daysLeft, takesAnswers } from '@/domainViews/surveyDays'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import './style.scss'

/** 满意率调查 of my estate that runs and waits for my household. Gone once it has answered; nobody misses it while it cannot be read. */
export function SurveyBanner({ estateId }: { estateId: string }) {
  const now = useNow(60_000)
  const { data } = useRead('readSurveys', {})
  const running = (data?.surveys ?? []).filter((survey) => takesAnswers(survey, now))
  const mine = running.find((survey) => survey.mine.some(({ standing }) => standing === 'open'))
  const survey = mine ?? running.find((each) => each.estateId === estateId && each.mine.length === 0)
  if (!survey) return null
  const words = mine ? `您家还没有答，${daysLeft(survey, now)}。约两分钟，谁也看不到您家怎么答` : `一户一票，先绑定您家才能答，${daysLeft(survey, now)}`
  return (
    <Press className='survey-banner' onPress={() => openBallot(survey.id)}>
      <Icon name='vote' />
      <View className='survey-banner__words'>
        <View className='survey-banner__title'><Text>{`${survey.estateName}满意率调查`}</Text></View>
        <View><Text>{words}</Text></View>
      </View>
      <Icon name='chevronRight' size='small' />
    </Press>
  )
}
