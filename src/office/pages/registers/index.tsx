import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { AllUnmaskings } from '../../registers/AllUnmaskings'
import { HouseholdActs } from '../../registers/HouseholdActs'

/** `of=unmaskings` 查看身份记录, else 住户办理记录. */
function RegistersPage() {
  const isUnmaskings = useRouter().params.of === 'unmaskings'
  return <Page title={isUnmaskings ? '查看身份记录' : '住户办理记录'}>{isUnmaskings ? <AllUnmaskings /> : <HouseholdActs />}</Page>
}

export default guarded(RegistersPage)
