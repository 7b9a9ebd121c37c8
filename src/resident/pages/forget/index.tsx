import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { ForgetView } from '../../privacy/ForgetView'

function ForgetPage() {
  return <Page title='删除我的资料'><ForgetView /></Page>
}

export default guarded(ForgetPage)
