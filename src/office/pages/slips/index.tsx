import { useRouter } from '@tarojs/taro'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { useRead } from '@/services/useAction'
import { SlipsView } from '../../slips/SlipsView'

/** 批量发绑定码. `estateId`: the estate one comes from. */
export default function SlipsPage() {
  const { estateId } = useRouter().params
  const me = useRead('whoAmI', {})
  return <Page title='批量发绑定码' wide><Loaded query={me}>{(data) => <SlipsView me={data} first={estateId} />}</Loaded></Page>
}
