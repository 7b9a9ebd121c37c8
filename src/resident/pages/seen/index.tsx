import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { Unmaskings } from '../../privacy/Unmaskings'

function SeenPage() {
  return <Page title='谁看过我的信息'><Unmaskings /></Page>
}

export default guarded(SeenPage)
