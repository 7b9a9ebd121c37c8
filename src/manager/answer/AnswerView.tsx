import { useState } from 'react'
import type { Actions } from '../../../types/api'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { Fold } from '@/components/Fold'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { BeforeAfter } from '@/domainViews/CaseView/BeforeAfter'
import { CaseHead } from '@/domainViews/CaseView/CaseHead'
import { Forecast } from '@/domainViews/CaseView/Forecast'
import { Story, stepsWords } from '@/domainViews/CaseView/Story'
import { RequestView } from '@/domainViews/CaseView/RequestView'
import { LastWords } from '@/domainViews/LastWords'
import { Danger } from '@/domainViews/Danger'
import { DeadlineView } from '@/domainViews/DeadlineView'
import { ANSWER_WAY, MANAGER_NOTE, type AnswerWay } from '@/labels/office'
import { toTop } from '@/services/toTop'
import { AnswerForm } from './AnswerForm'
import { RequestForm } from './RequestForm'
import { ReturnForm } from './ReturnForm'
import { waysOf } from './waysOf'

export type Read = Actions['readCase']['reply']
type Told = { words: string; tone: 'good' | 'urgent' }
export type FormProps = { read: Read; onDone: (told: Told) => void }

/** A case before the manager: how long there is, what it looks like, and what can be done with it. */
export function AnswerView({ read }: { read: Read }) {
  const ways = waysOf(read.allowed)
  const [chosen, setChosen] = useState<AnswerWay>()
  const [told, setTold] = useState<Told>()
  const tell = (done: Told) => {
    setTold(done)
    toTop()
  }
  const way = chosen && ways.includes(chosen) ? chosen : ways[0]
  return (
    <>
      {told && <Notice tone={told.tone} words={told.words} />}
      <Danger summary={read.summary} />
      <DeadlineView summary={read.summary} deadline={read.deadline} />
      <BeforeAfter before={read.photosBefore} after={read.photosAfter} />
      <CaseHead case_={read} staffNote={MANAGER_NOTE[read.summary.state]} />
      <LastWords case_={read} />
      <RequestView request={read.request} />
      <Forecast case_={read} />
      <Card><Fold title={stepsWords(read)}><Story key={read.summary.id} case_={read} belowLastWords /></Fold></Card>
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
