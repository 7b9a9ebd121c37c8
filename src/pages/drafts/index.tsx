import { View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { guarded } from '@/components/Guarded'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { Place } from '@/components/Place'
import { Section } from '@/components/Section'
import { Arrivals } from '@/domainViews/Outbox/Arrivals'
import { openReport, removeReport } from '@/domainViews/Outbox/deeds'
import { ReportRow } from '@/domainViews/Outbox/ReportRow'
import { WaitingRow } from '@/domainViews/Outbox/WaitingRow'
import { DRAFTS_MAX } from '@/services/reports/keptReport'
import { useReports } from '@/services/reports/useReports'
import { useRead } from '@/services/useAction'

/** 草稿: what was begun and not sent, newest first, and what waits for the network. */
function DraftsPage() {
  const me = useRead('whoAmI', {})
  return (
    <Page title='草稿'>
      <Loaded query={me}>{({ person, estates }) => (person ? <Drafts personId={person.id} estates={estates} /> : <NoDrafts />)}</Loaded>
    </Page>
  )
}

const NoDrafts = () => <Empty icon='pencil' title='没有草稿' words='报告写到一半离开，会自动存在这里。' />

function Drafts({ personId, estates }: { personId: string; estates: Actions['whoAmI']['reply']['estates'] }) {
  const { drafts, waiting } = useReports(personId)
  return (
    <>
      <Place><Arrivals personId={personId} /></Place>
      {drafts.length + waiting.length === 0 && <NoDrafts />}
      {waiting.length > 0 && <Section title={`待发送 ${waiting.length} 件`}><Card flush>{waiting.map((report) => <WaitingRow key={report.key} report={report} estates={estates} />)}</Card></Section>}
      {drafts.length > 0 && (
        <Section title={`没写完的 ${drafts.length} 份`} note={`只存在这部手机里，最多 ${DRAFTS_MAX} 份。`}>
          <Card flush>
            {drafts.map((report) => (
              <ReportRow key={report.key} report={report} estates={estates}>
                <View className='report-row__deeds'>
                  <Button kind='secondary' inline icon='pencil' words='继续写' onPress={() => openReport(report.key)} />
                  <Button kind='quiet' inline words='删除' onPress={() => void removeReport(report)} />
                </View>
              </ReportRow>
            ))}
          </Card>
        </Section>
      )}
    </>
  )
}

export default guarded(DraftsPage)
