import { Page } from '@/components/Page'
import { ForgetView } from '../../privacy/ForgetView'

export default function ForgetPage() {
  return <Page title='删除我的资料'><ForgetView /></Page>
}
