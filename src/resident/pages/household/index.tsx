import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/Page'
import { HouseholdView } from '../../household/HouseholdView'

export default function HouseholdPage() {
  const { id = '' } = useRouter().params
  return <Page title='我的住户'><HouseholdView householdId={decodeURIComponent(id)} /></Page>
}
