import { useRouter } from '@tarojs/taro'
import { Empty } from '@/components/Empty'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { InTown } from '@/domainViews/InTown'
import { EstateView } from '../../estate/EstateView'

function EstatePage() {
  const { estateId, month } = useRouter().params
  return <Page title='小区公示'>{estateId ? <InTown why='看小区公示。' at={decodeURIComponent(estateId)}><EstateView estateId={decodeURIComponent(estateId)} first={month} /></InTown> : <Empty icon='building' title='没有指明小区' words='请从首页“这个月”打开。' />}</Page>
}

export default guarded(EstatePage)
