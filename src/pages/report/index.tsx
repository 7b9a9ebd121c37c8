import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { ChooseEstate } from '@/domainViews/ChooseEstate'
import { Section } from '@/components/Section'
import { useRead } from '@/services/useAction'
import { ReportFlow } from './ReportFlow'

const TITLE = '报告问题'

export default function ReportPage() {
  const me = useRead('whoAmI', {})
  const { data } = me
  // Who works for the town may live outside it: the office reports for any estate.
  const estateId = data?.person?.estateId ?? (data?.person?.grants.length ? data.estates[0]?.id : undefined)
  if (data && estateId) return <ReportFlow me={data} estateId={estateId} title={TITLE} />
  return (
    <Page title={TITLE}>
      <Loaded query={me}>{(found) => <Section title='先选您住的小区' note='选好就能报告问题。'><ChooseEstate me={found} /></Section>}</Loaded>
    </Page>
  )
}
