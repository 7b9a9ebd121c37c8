import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { CasePhotos } from '../../photos/CasePhotos'
import { MeasurePhotos } from '../../photos/MeasurePhotos'
import { WaitingPhotos } from '../../photos/WaitingPhotos'

/** 照片审看: what waits for the office; with `caseId` every photo of a case, with `surveyId` every one of its 整改落实. */
function PhotosPage() {
  const { caseId, surveyId } = useRouter().params
  if (caseId) return <Page title='案卷的照片' wide><CasePhotos caseId={decodeURIComponent(caseId)} /></Page>
  if (surveyId) return <Page title='整改落实的照片' wide><MeasurePhotos surveyId={decodeURIComponent(surveyId)} /></Page>
  return <Page title='照片审看' wide><WaitingPhotos /></Page>
}

export default guarded(PhotosPage)
