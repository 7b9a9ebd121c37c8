import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/Page'
import { CaseView } from '@/domainViews/CaseView'
import { useFreshOnShow } from '@/services/useFreshOnShow'

export default function CasePage() {
  const { id = '' } = useRouter().params
  useFreshOnShow()
  return <CaseView caseId={decodeURIComponent(id)} frame={(content, bottom) => <Page title='案卷详情' bottom={bottom}>{content}</Page>} />
}
