import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Loaded } from '@/components/Loaded'
import { Section } from '@/components/Section'
import { CaseRow } from '@/domainViews/CaseRow'
import { openCase } from '@/domainViews/openCase'
import { useRead } from '@/services/useAction'

const SHOWN = 5

/** What the last inspections found. */
export function RecentInspected() {
  const query = useRead('listCases', { scope: 'all', origin: 'inspected' })
  return (
    <Section title='近期检查案卷'>
      <Loaded query={query}>
        {({ cases }) => {
          if (cases.length === 0) return <Empty icon='search' title='近期没有检查案卷' words='录入检查之后，发现的问题会出现在这里' />
          return <Card flush>{cases.slice(0, SHOWN).map((case_) => <CaseRow key={case_.id} case_={case_} withEstate onOpen={() => openCase(case_.id)} />)}</Card>
        }}
      </Loaded>
    </Section>
  )
}
