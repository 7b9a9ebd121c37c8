import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/Page'
import { useFreshOnShow } from '@/services/useFreshOnShow'
import { CasePhotos } from '../../photos/CasePhotos'
import { WaitingPhotos } from '../../photos/WaitingPhotos'

/** 照片审看: what waits for the office, or with `caseId` every photo of a case. */
export default function PhotosPage() {
  const { caseId } = useRouter().params
  useFreshOnShow()
  return <Page title={caseId ? '案卷的照片' : '照片审看'} wide>{caseId ? <CasePhotos caseId={decodeURIComponent(caseId)} /> : <WaitingPhotos />}</Page>
}
