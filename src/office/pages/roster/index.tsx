import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { useRead } from '@/services/useAction'
import { RosterView } from '../../roster/RosterView'

/** 导入住户名册. `estateId`: the estate one comes from. */
function RosterPage() {
  const { estateId } = useRouter().params
  const me = useRead('whoAmI', {})
  return <Page title='导入住户名册'><Loaded query={me}>{(data) => <RosterView me={data} first={estateId} />}</Loaded></Page>
}

export default guarded(RosterPage)
