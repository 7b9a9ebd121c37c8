import { useState } from 'react'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Section } from '@/components/Section'
import type { SurveyDesk } from './Counted'
import { SampleRow, type RowState } from './SampleRow'

/** 抽样回访: the households that were drawn, and what they said to being asked whether they had answered. */
export function Sample({ desk: { survey, sample }, mayAct }: { desk: SurveyDesk; mayAct: boolean }) {
  const [current, setCurrent] = useState<{ householdId: string; state: RowState }>()
  const called = sample.filter(({ outcome }) => outcome !== null).length
  return (
    <Section title={`抽样回访（${called}/${sample.length} 户）`} note='由公开的种子抽出，不能换人。打电话或上门，只问有没有答过，不问答了什么。'>
      {sample.length === 0 ? <Empty icon='phone' title='没有要回访的' words='没有收回答卷，就没有抽样。' /> : (
        <Card flush>
          {sample.map((row) => <SampleRow key={row.householdId} surveyId={survey.id} row={row} mayAct={mayAct} state={current?.householdId === row.householdId ? current.state : undefined} onState={(state) => setCurrent({ householdId: row.householdId, state })} />)}
        </Card>
      )}
    </Section>
  )
}
