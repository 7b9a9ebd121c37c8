import { Page } from '@/components/Page'
import { Unmaskings } from '../../privacy/Unmaskings'

export default function SeenPage() {
  return <Page title='谁看过我的信息'><Unmaskings /></Page>
}
