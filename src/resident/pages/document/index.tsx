import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { DocumentView } from '../../documents/DocumentView'
import { PRIVACY } from '../../documents/privacy'
import { TERMS } from '../../documents/terms'

/** `name=terms` 用户服务协议, else 隐私保护指引. */
function DocumentPage() {
  const document = useRouter().params.name === 'terms' ? TERMS : PRIVACY
  return <Page title={document.title}><DocumentView document={document} /></Page>
}

export default guarded(DocumentPage)
