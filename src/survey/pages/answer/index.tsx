import { useRouter } from '@tarojs/taro'
import { Empty } from '@/components/Empty'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { InTown } from '@/domainViews/InTown'
import { openSurveys } from '@/domainViews/openSurvey'
import { AnswerView } from '../../answer/AnswerView'

function AnswerPage() {
  const { surveyId, householdId, at } = useRouter().params
  // Who went to bind a household comes back to be asked.
  return (
    <Page title='满意率调查'>
      {surveyId ? <InTown why='看这项调查。' at={at} isNamed><AnswerView surveyId={decodeURIComponent(surveyId)} asked={householdId && decodeURIComponent(householdId)} /></InTown> : <Empty icon='vote' title='没有指明调查' action={{ words: '看全部调查', onPress: openSurveys }} />}
    </Page>
  )
}

export default guarded(AnswerPage)
