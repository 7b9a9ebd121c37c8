import type { Actions } from '../../types/api'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Section } from '@/components/Section'
import { UNBOOKABLE } from '@/labels/office'
import { openCase } from './openCase'

type Cases = Actions['readDesk']['reply']['unbookable']

/** 不能入账的案卷: which, why, and one tap away. Nothing of them costs or adds anything until it is mended. */
export function Unbookable({ cases }: { cases: Cases }) {
  if (cases.length === 0) return null
  return (
    <Section title={`${cases.length} 件案卷不能入账`} note='这几件的扣分还没有记入计分账，其他案卷不受影响。处理好以后自动入账。'>
      <Card flush>{cases.map(({ caseId, number, cause, detail }) => <Cell key={caseId} icon='circleAlert' title={`案卷 ${number}`} note={UNBOOKABLE[cause](detail)} onPress={() => openCase(caseId)} />)}</Card>
    </Section>
  )
}
