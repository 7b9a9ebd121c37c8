import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Empty } from '@/components/Empty'
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
import { CaseList, casesOf, useCases } from '@/domainViews/CaseList'
import { openCase } from '@/domainViews/openCase'
import { useOpenCase } from '@/domainViews/useOpenCase'
import { useRead } from '@/services/useAction'
import { SEGMENT } from './segments'

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
  useDidShow(() => setAsked(lastSegment()))
  const segment = segments.find((each) => each === asked) ?? segments[0]!
  const list = useCases(SEGMENT[segment].request)
  const { wide, open, setOpen } = useOpenCase(casesOf(list))
  const choose = (next: Segment) => {
    keepSegment(next)
    setAsked(next)
    setOpen(undefined)
  }
  return (
    <>
      {segments.length > 1 && <Segments label='看哪些' items={segments.map((value) => ({ value, words: SEGMENT[value].words }))} value={segment} onChange={choose} />}
      <Place>{segment === 'mine' && <Outbox person={person} estates={estates} />}</Place>
      <Split
        open={open}
        list={<CaseList key={segment} list={list} withEstate={segment === 'all' || segment === 'mine'} selected={open} onOpen={wide ? setOpen : openCase} empty={<Empty icon='folderOpen' {...SEGMENT[segment].empty} />} />}
        detail={wide && open ? <CaseView caseId={open} inside /> : undefined}
      />
    </>
  )
}

export default guarded(CasesPage)
