import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/Page'
import { PaperView } from '../../paper/PaperView'

/** 纸质问卷: envelopes registered unopened, sheets keyed in by two people. */
export default function PaperPage() {
  const { surveyId } = useRouter().params
  return <Page title='纸质问卷'><PaperView surveyId={surveyId && decodeURIComponent(surveyId)} /></Page>
}
