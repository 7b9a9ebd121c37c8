import { View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import type { KeptReport } from '@/services/reports/keptReport'
import { useOutbox } from '@/services/reports/useReports'
import { backToDraft, openReport, removeReport, tryAgain } from './deeds'
import { ReportRow } from './ReportRow'
import { sendingWords, whyWaiting } from './reportWords'

/** 待发送: why it is still here, and what can be done. While it is on its way nothing is changed under it. */
export function WaitingRow({ report, estates }: { report: KeptReport; estates: Actions['whoAmI']['reply']['estates'] }) {
  const { sending } = useOutbox()
  const { key, trouble } = report
  const edit = () => {
    backToDraft(key)
    openReport(key)
  }
  if (sending?.key === key) return <ReportRow report={report} estates={estates}><Notice tone='info' icon='send' words={sendingWords(sending)} /></ReportRow>
  return (
    <ReportRow report={report} estates={estates}>
      <Notice tone={trouble ? 'warn' : 'info'} icon='hourglass' words={whyWaiting(trouble)} />
      <View className='report-row__deeds'>
        <Button kind='secondary' inline words='立即再试' onPress={() => tryAgain(key)} />
        <Button kind='quiet' inline words='改一改' onPress={edit} />
        <Button kind='quiet' inline words='删除' onPress={() => void removeReport(report)} />
      </View>
    </ReportRow>
  )
}
