import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { HouseholdView } from '../../household/HouseholdView'

function HouseholdPage() {
  const { id = '' } = useRouter().params
  return <Page title='我的住户'><HouseholdView householdId={decodeURIComponent(id)} /></Page>
}

export default guarded(HouseholdPage)
