import { useState } from 'react'
import type { Actions } from '../../../types/api'
import { Empty } from '@/components/Empty'
import { ListEnd } from '@/components/ListEnd'
import { Section } from '@/components/Section'
import { EstateCase } from './EstateCase'

type Line = Actions['readEstateNews']['reply']['cases'][number]
const SHOWN_AT_ONCE = 10

/** What is fixed first, with its pictures; then what is still being done. */
export function EstateCases({ cases }: { cases: readonly Line[] }) {
  if (cases.length === 0) return <Empty icon='circleCheck' title='这个月没有受理的问题' words='看到问题可以随时报告。' />
  return (
    <>
      <Lines title='处理好的' lines={cases.filter(({ state }) => state === 'closed')} />
      <Lines title='还在办的' lines={cases.filter(({ state }) => state !== 'closed')} />
    </>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  const [shown, setShown] = useState(SHOWN_AT_ONCE)
  if (lines.length === 0) return null
  return (
    <Section title={`${title}（${lines.length}）`}>
      {lines.slice(0, shown).map((line) => <EstateCase key={line.number} line={line} />)}
      {lines.length > SHOWN_AT_ONCE && <ListEnd more={shown < lines.length} onMore={() => setShown(shown + SHOWN_AT_ONCE)} />}
    </Section>
  )
}
