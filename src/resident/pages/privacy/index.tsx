import { Page } from '@/components/Page'
import { ConsentsView } from '../../privacy/ConsentsView'

export default function PrivacyPage() {
  return <Page title='我同意了什么'><ConsentsView /></Page>
}
