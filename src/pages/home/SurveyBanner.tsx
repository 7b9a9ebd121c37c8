import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { openBallot } from '@/domainViews/openSurvey'
import { standsBack } from '@/domainViews/standsBack'
import { daysLeft, takesAnswers } from '@/domainViews/surveyDays'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import './style.scss'

/** 满意率调查 of my estate that runs and waits for my household. Once it has answered, quietly the way to its receipt and to other answers; nobody misses it while it cannot be read. */
export function SurveyBanner({ estateId, me }: { estateId: string; me: Actions['whoAmI']['reply'] }) {
  const now = useNow(60_000)
  const { data } = useRead('readSurveys', {})
  const running = (data?.surveys ?? []).filter((survey) => takesAnswers(survey, now))
  const mine = running.find((survey) => survey.mine.some(({ standing }) => standing === 'open'))
  const unbound = running.find((each) => each.estateId === estateId && each.mine.length === 0 && !standsBack(me, estateId))
  const answered = running.find((each) => each.mine.some(({ standing }) => standing === 'answered'))
  const survey = mine ?? unbound ?? answered
  if (!survey) return null
  const isQuiet = survey !== mine && survey === answered
  const left = daysLeft(survey, now)
  const words = mine ? `您家还没有答，${left}。约两分钟，谁也看不到您家怎么答` : isQuiet ? `您家已经答了，${left}，在那以前可以改答` : `一户一票，先绑定您家才能答，${left}`
  return (
    <Press className={`survey-banner ${isQuiet ? 'survey-banner--quiet' : ''}`} onPress={() => openBallot(survey.id)}>
      <Icon name='vote' />
      <View className='survey-banner__words'>
        <View className='survey-banner__title'><Text>{`${survey.estateName}满意率调查`}</Text></View>
        <View><Text>{words}</Text></View>
      </View>
      <Icon name='chevronRight' size='small' />
    </Press>
  )
}
