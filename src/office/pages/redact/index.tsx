import { useRouter } from '@tarojs/taro'
import { Empty } from '@/components/Empty'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { RedactView } from '../../redact/RedactView'

/** 遮挡照片: a stranger's face, a plate. */
function RedactPage() {
  const { caseId, photoId } = useRouter().params
  return <Page title='遮挡照片'>{caseId && photoId ? <RedactView caseId={decodeURIComponent(caseId)} photoId={decodeURIComponent(photoId)} /> : <Empty icon='image' title='没有指明照片' words='请从案卷里打开。' />}</Page>
}

export default guarded(RedactPage)
