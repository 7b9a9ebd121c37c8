import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { useRead } from '@/services/useAction'
import { InspectView } from '../../inspect/InspectView'

export default function InspectPage() {
  const me = useRead('whoAmI', {})
  return <Page title='现场检查'><Loaded query={me}>{(data) => <InspectView me={data} />}</Loaded></Page>
}
