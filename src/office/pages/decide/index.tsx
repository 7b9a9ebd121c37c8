import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { DecideView } from '../../decide/DecideView'

/** 办理: everything the office (or an inspector) can do on a case. */
function DecidePage() {
  const { id = '', kind } = useRouter().params
  return <Page title='办理案卷'><DecideView caseId={decodeURIComponent(id)} kind={kind} /></Page>
}

export default guarded(DecidePage)
