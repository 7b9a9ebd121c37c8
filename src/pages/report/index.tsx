import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Section } from '@/components/Section'
import { ChooseEstate } from '@/domainViews/ChooseEstate'
import { sendWaiting } from '@/services/reports/outbox'
import { useHeld } from '@/services/reports/useReports'
import { useRead } from '@/services/useAction'
import { ReportFlow } from './ReportFlow'

const TITLE = '报告问题'
const AUDITOR_READS = '监督人员只查阅、不办理，也不报告或跟进案卷。发现问题，请转告镇考核办登记。'

function ReportPage() {
  const { draft } = useRouter().params
  const me = useRead('whoAmI', {})
  const { data } = me
  const held = useHeld(data?.person?.id)
  // Whoever lost the estate while writing goes on with the same report.
  const [resumed, setResumed] = useState<string>()
  const asked = draft ?? resumed
  // Who works for the town may live outside it: the office reports for any estate.
  const estateId = data?.person?.estateId ?? (data?.person?.grants.length ? data.estates[0]?.id : undefined)
  if (data?.person?.grants.some(({ role }) => role === 'auditor')) return <Page title={TITLE}><Notice words={AUDITOR_READS} /></Page>
  if (data?.person && estateId) return <ReportFlow key={asked} me={data} personId={data.person.id} estateId={estateId} title={TITLE} asked={asked} />
  function goOn() {
    setResumed(held?.key)
    void sendWaiting()
  }
  return (
    <Page title={TITLE}>
      <Loaded query={me}>
        {(found) => (
          <>
            {held?.trouble && <Notice tone='warn' words={held.trouble.words} />}
            <Section title='先选您住的小区' note='选好就能报告问题。写过的草稿都还在。'><ChooseEstate me={found} onChosen={goOn} /></Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default guarded(ReportPage)
