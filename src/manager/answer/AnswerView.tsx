import { useState } from 'react'
import type { Actions } from '../../../types/api'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { Fold } from '@/components/Fold'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { Timeline } from '@/components/Timeline'
import { BeforeAfter } from '@/domainViews/CaseView/BeforeAfter'
import { CaseHead } from '@/domainViews/CaseView/CaseHead'
import { Forecast } from '@/domainViews/CaseView/Forecast'
import { momentsOf } from '@/domainViews/CaseView/momentsOf'
import { RequestView } from '@/domainViews/CaseView/RequestView'
import { LastWords } from '@/domainViews/LastWords'
import { DeadlineView } from '@/domainViews/DeadlineView'
import { ANSWER_WAY, MANAGER_NOTE, type AnswerWay } from '@/labels/office'
import { sayAtTop } from '@/services/sayAtTop'
import { useNow } from '@/services/useNow'
import { AnswerForm } from './AnswerForm'
import { RequestForm } from './RequestForm'
import { ReturnForm } from './ReturnForm'
import { waysOf } from './waysOf'

export type Read = Actions['readCase']['reply']
type Told = { words: string; tone: 'good' | 'urgent' }
export type FormProps = { read: Read; onDone: (told: Told) => void }

/** A case before the manager: how long there is, what it looks like, and what can be done with it. */
export function AnswerView({ read }: { read: Read }) {
  const now = useNow(60_000)
  const ways = waysOf(read.allowed)
  const [chosen, setChosen] = useState<AnswerWay>()
  const [told, setTold] = useState<Told>()
  const tell = (done: Told) => {
    setTold(done)
    sayAtTop(done.words)
  }
  const way = chosen && ways.includes(chosen) ? chosen : ways[0]
  return (
    <>
      {told && <Notice tone={told.tone} words={told.words} />}
      <DeadlineView summary={read.summary} deadline={read.deadline} />
      <BeforeAfter before={read.photosBefore} after={read.photosAfter} />
      <CaseHead case_={read} staffNote={MANAGER_NOTE[read.summary.state]} />
      <LastWords case_={read} />
      <RequestView request={read.request} />
      <Forecast case_={read} />
      <Card><Fold title={`经过（${read.timeline.length} 步）`}><Timeline moments={momentsOf(read, now)} /></Fold></Card>
      {way ? (
        <>
          <Section title='怎么办理'>
            {ways.length > 1 && <Choice label='怎么办理' value={way} onChange={setChosen} options={ways.map((value) => ({ value, label: ANSWER_WAY[value].words, hint: ANSWER_WAY[value].hint, icon: ANSWER_WAY[value].icon }))} />}
          </Section>
          <Form way={way} read={read} onDone={tell} />
        </>
      ) : (
        !told && <Notice words={MANAGER_NOTE[read.summary.state] || '现在不需要您办理'} />
      )}
    </>
  )
}

function Form({ way, ...props }: FormProps & { way: AnswerWay }) {
  switch (way) {
    case 'answer': return <AnswerForm {...props} />
    case 'return': return <ReturnForm {...props} />
    case 'extension':
    case 'suspension': return <RequestForm key={way} kind={way} {...props} />
  }
}
