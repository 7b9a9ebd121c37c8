import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { PaperView } from '../../paper/PaperView'

/** 纸质问卷: envelopes registered unopened, sheets keyed in by two people. */
function PaperPage() {
  const { surveyId } = useRouter().params
  return <Page title='纸质问卷'><PaperView surveyId={surveyId && decodeURIComponent(surveyId)} /></Page>
}

export default guarded(PaperPage)
