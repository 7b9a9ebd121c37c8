import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { useRead } from '@/services/useAction'
import { SlipsView } from '../../slips/SlipsView'

/** 批量发绑定码. `estateId`: the estate one comes from. */
function SlipsPage() {
  const { estateId } = useRouter().params
  const me = useRead('whoAmI', {})
  return <Page title='批量发绑定码' wide><Loaded query={me}>{(data) => <SlipsView me={data} first={estateId} />}</Loaded></Page>
}

export default guarded(SlipsPage)
