import { useState } from 'react'
import type { Question } from '../../../domain/survey/questionnaire'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { TextArea } from '@/components/TextArea'
import { useDraft } from '@/services/draft'
import { onceKey } from '@/services/onceKey'
import { useSend } from '@/services/useAction'

/** All of it, and no single question. */
const WHOLE = 'whole'
const LENGTH_MAX = 1000

/** 公布整改: what is or will be done, and by when. It cannot be taken back: all can read it at once. */
export function AddMeasure({ surveyId, questions }: { surveyId: string; questions: readonly Question[] }) {
  const [draft, change, clear] = useDraft(`measure:${surveyId}`, { about: WHOLE, text: '', key: '' })
  const [wrong, setWrong] = useState('')
  const { send, sending, trouble } = useSend('addMeasure', { done: '已公布', refreshes: ['readSurvey'] })
  async function add() {
    if (draft.text.trim() === '') return setWrong('请写明怎么改，什么时候改好')
    const key = draft.key || onceKey()
    change({ key })
    const sent = await send({ key, surveyId, questionId: draft.about === WHOLE ? null : draft.about, text: draft.text.trim() })
    if (sent.ok) clear()
  }
  return (
    <Card>
      <Field label='公布整改：针对哪一题？'>
        <Choice label='针对哪一题' value={draft.about} onChange={(about) => change({ about, key: '' })} options={[{ value: WHOLE, label: '总的整改' }, ...questions.map(({ id, text }, index) => ({ value: id, label: `${index + 1}. ${text}` }))]} />
      </Field>
      <Field label='怎么改，什么时候改好' hint='居民马上看得到，公布后不能删改，可以再补一条。' error={wrong || undefined}>
        <TextArea label='整改内容' value={draft.text} lengthMax={LENGTH_MAX} onChange={(text) => { setWrong(''); change({ text, key: '' }) }} />
      </Field>
      {trouble && <Notice tone='urgent' words={trouble.words} />}
      <Button words='公布' sending={sending} sendingWords='正在公布…' onPress={() => void add()} />
    </Card>
  )
}
