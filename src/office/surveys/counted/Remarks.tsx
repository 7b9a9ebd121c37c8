import { useState } from 'react'
import { Empty } from '@/components/Empty'
import { ListEnd } from '@/components/ListEnd'
import { Section } from '@/components/Section'
import type { SurveyDesk } from './Counted'
import { RemarkCard } from './RemarkCard'

const PAGE = 20

/** 留言审看: those that wait first. Nobody else reads one before, for it may name a neighbour. */
export function Remarks({ desk: { survey, remarks }, mayAct }: { desk: SurveyDesk; mayAct: boolean }) {
  const [shown, setShown] = useState(PAGE)
  // In the order in which they were first seen: one that is decided keeps its place under the finger.
  const [order] = useState(() => [...remarks].sort((a, b) => Number(b.state === 'waiting') - Number(a.state === 'waiting')).map(({ id }) => id))
  const known = [...order.flatMap((id) => remarks.filter((remark) => remark.id === id)), ...remarks.filter(({ id }) => !order.includes(id))]
  const waiting = remarks.filter(({ state }) => state === 'waiting').length
  return (
    <Section title={waiting > 0 ? `留言（${remarks.length} 条，${waiting} 条待审看）` : `留言（${remarks.length} 条）`} note='不知道是谁写的。没有个人信息、不针对个人的都应公布，批评也公布；结果公布后居民才看得到。'>
      {known.length === 0 && <Empty icon='messageSquare' title='没有留言' />}
      {known.slice(0, shown).map((remark, index) => <RemarkCard key={remark.id} surveyId={survey.id} remark={remark} number={index + 1} mayAct={mayAct} />)}
      {known.length > PAGE && <ListEnd more={shown < known.length} onMore={() => setShown(shown + PAGE)} />}
    </Section>
  )
}
