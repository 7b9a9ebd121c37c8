import { useRouter } from '@tarojs/taro'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { openSurveys } from '@/domainViews/openSurvey'
import { useFreshOnShow } from '@/services/useFreshOnShow'
import { ResultView } from '../../result/ResultView'

export default function SurveyResultPage() {
  const { surveyId } = useRouter().params
  useFreshOnShow()
  return <Page title='调查结果'>{surveyId ? <ResultView surveyId={decodeURIComponent(surveyId)} /> : <Empty icon='vote' title='没有指明调查' action={{ words: '看全部调查', onPress: openSurveys }} />}</Page>
}
