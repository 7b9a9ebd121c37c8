import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { guarded } from '@/components/Guarded'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { Place } from '@/components/Place'
import { Section } from '@/components/Section'
import { Segments } from '@/components/Segments'
import { Split } from '@/components/Split'
import { keepSegment, lastSegment, type Segment } from '@/domainViews/caseSegment'
import { ChooseEstate } from '@/domainViews/ChooseEstate'
import { Outbox } from '@/domainViews/Outbox'
import { CaseView } from '@/domainViews/CaseView'
import { openCase } from '@/domainViews/openCase'
import { useRead } from '@/services/useAction'
import { useWide } from '@/services/useWide'
import { CaseList } from './CaseList'

const WORDS = { mine: '我的', neighbours: '小区', estate: '待处理', handled: '已回复', all: '全镇' } as const satisfies Record<Segment, string>

function CasesPage() {
  const me = useRead('whoAmI', {})
  return (
    <Page title='进展' wide>
      <Loaded query={me}>{(data) => (data.person ? <Cases person={data.person} estates={data.estates} /> : <Section title='先选您住的小区' note='选好就能看小区里的问题办得怎样了。'><ChooseEstate me={data} /></Section>)}</Loaded>
    </Page>
  )
}

function segmentsOf({ grants, estateId }: Person): Segment[] {
  const manages = grants.some(({ role }) => role === 'manager')
  const seesTown = grants.some(({ role }) => role !== 'manager')
  return [...(seesTown ? ['all' as const] : []), ...(manages ? (['estate', 'handled'] as const) : []), 'mine', ...(estateId ? ['neighbours' as const] : [])]
}

type Person = NonNullable<Actions['whoAmI']['reply']['person']>

function Cases({ person, estates }: { person: Person; estates: Actions['whoAmI']['reply']['estates'] }) {
  const segments = segmentsOf(person)
  const [asked, setAsked] = useState<Segment | ''>(lastSegment)
  const [opened, setOpened] = useState<string>()
  const wide = useWide()
  useDidShow(() => setAsked(lastSegment()))
  const segment = segments.find((each) => each === asked) ?? segments[0]!
  const choose = (next: Segment) => {
    keepSegment(next)
    setAsked(next)
    setOpened(undefined)
  }
  return (
    <>
      {segments.length > 1 && <Segments label='看哪些' items={segments.map((value) => ({ value, words: WORDS[value] }))} value={segment} onChange={choose} />}
      <Place>{segment === 'mine' && <Outbox person={person} estates={estates} />}</Place>
      <Split
        list={<CaseList key={segment} segment={segment} selected={wide ? opened : undefined} onOpen={wide ? setOpened : openCase} />}
        detail={wide && opened ? <CaseView key={opened} caseId={opened} inside /> : undefined}
      />
    </>
  )
}

export default guarded(CasesPage)
