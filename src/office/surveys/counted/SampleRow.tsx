import { useState } from 'react'
import { View } from '@tarojs/components'
import { Badge } from '@/components/Badge'
import { Button } from '@/components/Button'
import { Cell } from '@/components/Cell'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { TextInput } from '@/components/TextInput'
import { RECONTACT } from '@/labels/surveyDesk'
import { useSend } from '@/services/useAction'
import type { SurveyDesk } from './Counted'
import '../style.scss'

type Row = SurveyDesk['sample'][number]
type Outcome = keyof typeof RECONTACT
export type RowState = 'open' | 'recorded' | undefined
type SampleRowProps = { surveyId: string; row: Row; mayAct: boolean; state: RowState; onState: (state: RowState) => void }
const OUTCOMES = Object.keys(RECONTACT) as Outcome[]

/** One household of the sample; what was said can be corrected, and the last word counts. */
export function SampleRow({ surveyId, row, mayAct, state, onState }: SampleRowProps) {
  const { label, outcome, note, who } = row
  const told = [who && `${who}回访`, note].filter(Boolean).join('：')
  const value = outcome === null ? <Badge words='未回访' /> : <Badge {...RECONTACT[outcome]} />
  return (
    <View className='sample-row'>
      <Cell title={label} note={told || undefined} value={value} onPress={mayAct ? () => onState(state === 'open' ? undefined : 'open') : undefined} />
      {state === 'open' && mayAct && <Recontact surveyId={surveyId} row={row} onDone={() => onState('recorded')} />}
      {state === 'recorded' && <View className='sample-row__result'><Notice tone='good' words='已记下' /></View>}
    </View>
  )
}

function Recontact({ surveyId, row: { householdId, label, outcome: before, note: noted }, onDone }: { surveyId: string; row: Row; onDone: () => void }) {
  const [outcome, setOutcome] = useState<Outcome | null>(before)
  const [note, setNote] = useState(noted)
  const [missing, setMissing] = useState('')
  const { send, sending, trouble } = useSend('recordRecontact', { refreshes: ['readSurveyDesk', 'readSurveys'] })
  async function record() {
    if (outcome === null) return setMissing('请选择回访结果')
    if ((await send({ surveyId, householdId, outcome, note: note.trim() })).ok) onDone()
  }
  return (
    <View className='sample-row__form'>
      <Field label='家里有没有人答过' hint='只问有没有答过，不问答了什么' error={missing || undefined}>
        <Choice label={`${label}回访结果`} value={outcome} onChange={(value) => { setMissing(''); setOutcome(value) }} options={OUTCOMES.map((value) => ({ value, label: RECONTACT[value].words, icon: RECONTACT[value].icon }))} />
      </Field>
      <Field label='备注' optional hint='如：打过三次没有人接。不要写答了什么'>
        <TextInput label='备注' value={note} lengthMax={200} onChange={setNote} />
      </Field>
      {trouble && <Refusal words={trouble.words} />}
      <Button words='记下回访结果' sending={sending} onPress={() => void record()} />
    </View>
  )
}
