import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Section } from '@/components/Section'
import { useReports } from '@/services/reports/useReports'
import { Arrivals } from './Arrivals'
import { WaitingRow } from './WaitingRow'

type OutboxProps = { person: Pick<NonNullable<Actions['whoAmI']['reply']['person']>, 'id'>; estates: Actions['whoAmI']['reply']['estates'] }

/** What has left this phone by itself, what has not yet, and the way to the drafts. Nothing where there is none of it. */
export function Outbox({ person, estates }: OutboxProps) {
  const { waiting, drafts } = useReports(person.id)
  return (
    <>
      <Arrivals personId={person.id} />
      {waiting.length > 0 && (
        <Section title={`待发送 ${waiting.length} 件`} note='都存在这部手机里。有网络时会自动发出，只发一次。'>
          <Card flush>{waiting.map((report) => <WaitingRow key={report.key} report={report} estates={estates} />)}</Card>
        </Section>
      )}
      {drafts.length > 0 && <Card flush><Cell icon='pencil' title={`没写完的报告 ${drafts.length} 份`} value='草稿' onPress={() => void Taro.navigateTo({ url: '/pages/drafts/index' })} /></Card>}
    </>
  )
}
