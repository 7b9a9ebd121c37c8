import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { AllCases } from './AllCases'
import { WaitingCases } from './WaitingCases'

/** 待办 of one kind (`kind`), or all cases (`scope=all`); on a wide screen the case stands beside its list. */
function DeskPage() {
  const { scope } = useRouter().params
  return <Page title={scope === 'all' ? '全部案卷' : '待办'} wide>{scope === 'all' ? <AllCases /> : <WaitingCases />}</Page>
}

export default guarded(DeskPage)
