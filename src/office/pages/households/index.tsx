import { guarded } from '@/components/Guarded'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { useRead } from '@/services/useAction'
import { HouseholdsView } from '../../households/HouseholdsView'

/** 住户: who may bind, by slips and numbers. The auditor reads. */
function HouseholdsPage() {
  const me = useRead('whoAmI', {})
  return <Page title='住户' wide><Loaded query={me}>{(data) => <HouseholdsView me={data} />}</Loaded></Page>
}

export default guarded(HouseholdsPage)
