import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { DoorView } from '../../door/DoorView'

/** 上门答卷: on a staff member's phone, the resident presses. */
function DoorPage() {
  const { surveyId } = useRouter().params
  return <Page title='上门答卷'><DoorView surveyId={surveyId && decodeURIComponent(surveyId)} /></Page>
}

export default guarded(DoorPage)
