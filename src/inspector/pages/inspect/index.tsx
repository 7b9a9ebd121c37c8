import { guarded } from '@/components/Guarded'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { useRead } from '@/services/useAction'
import { InspectView } from '../../inspect/InspectView'

function InspectPage() {
  const me = useRead('whoAmI', {})
  return <Page title='现场检查'><Loaded query={me}>{(data) => <InspectView me={data} />}</Loaded></Page>
}

export default guarded(InspectPage)
