import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { ConsentsView } from '../../privacy/ConsentsView'

function PrivacyPage() {
  return <Page title='我同意了什么'><ConsentsView /></Page>
}

export default guarded(PrivacyPage)
