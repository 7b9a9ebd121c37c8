import { useRouter } from '@tarojs/taro'
import { Empty } from '@/components/Empty'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { InTown } from '@/domainViews/InTown'
import { openSurveys } from '@/domainViews/openSurvey'
import { ResultView } from '../../result/ResultView'

function SurveyResultPage() {
  const { surveyId, at } = useRouter().params
  return <Page title='调查结果'>{surveyId ? <InTown why='看这项调查。' at={at} isNamed><ResultView surveyId={decodeURIComponent(surveyId)} /></InTown> : <Empty icon='vote' title='没有指明调查' action={{ words: '看全部调查', onPress: openSurveys }} />}</Page>
}

export default guarded(SurveyResultPage)
