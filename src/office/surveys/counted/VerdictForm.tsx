import { useState } from 'react'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Refusal } from '@/components/Refusal'
import { SURVEY_REASONS, SURVEY_VERDICT, SURVEY_VERDICT_HINTS } from '@/labels/surveyDesk'
import { confirm } from '@/services/confirm'
import { useSend } from '@/services/useAction'
import { ReasonField } from '../../decide/ReasonField'
import { useReasoned } from '../../decide/useReasoned'
import type { SurveyDesk } from './Counted'

type Word = keyof typeof SURVEY_VERDICT
const WORDS = Object.keys(SURVEY_VERDICT) as Word[]

/** One's word about the bonus. The same as a colleague's decides it; one's own twice does not. */
export function VerdictForm({ survey: { id: surveyId, stage }, proposed, onDone }: Pick<SurveyDesk, 'survey' | 'proposed'> & { onDone: (words: string) => void }) {
  const hints = SURVEY_VERDICT_HINTS[stage === 'held' ? 'held' : 'booked']
  const before: Word | null = proposed && (proposed.release ? 'release' : 'withhold')
  const [word, setWord] = useState<Word | null>(null)
  const [missing, setMissing] = useState('')
  const { field, reason, isGiven, clear } = useReasoned(surveyId, 'verdict')
  const { send, sending, trouble } = useSend('decideSurvey', { refreshes: ['readSurveyDesk', 'readSurveys', 'readSurvey'] })
  const isConfirming = word !== null && word === before && !proposed?.mine
  const said = word === null ? '' : SURVEY_VERDICT[word].words
  async function decide() {
    if (word === null) return setMissing('请选择')
    if (!isGiven()) return
    const words = isConfirming ? `${proposed?.who}提出“${said}”，您确认后就定了：${stage === 'held' ? '结果马上公布，' : ''}不能再改。` : '由另一位同事确认后才算定。'
    if (!(await confirm({ title: `${isConfirming ? '确认' : '提出'}：${said}？`, words, yes: isConfirming ? '确认' : '提出', danger: isConfirming && word === 'withhold' }))) return
    const sent = await send({ surveyId, release: word === 'release', reason })
    if (!sent.ok) return
    clear()
    onDone(`${sent.value.isDecided ? '已审定' : '已提出'}：${said}`)
  }
  return (
    <>
      <Field label='您的意见' error={missing || undefined}>
        <Choice
          label='加分意见' form='grid' value={word} onChange={(value) => { setMissing(''); setWord(value) }}
          options={WORDS.filter((value) => !(proposed?.mine && value === before)).map((value) => ({ value, label: SURVEY_VERDICT[value].words, icon: SURVEY_VERDICT[value].icon, hint: value === before ? '与提出的意见相同，选这个就是确认' : hints[value] }))}
        />
      </Field>
      <ReasonField label='理由' hint='会和结果一起公布' templates={word === null ? [...SURVEY_REASONS.release, ...SURVEY_REASONS.withhold] : SURVEY_REASONS[word]} {...field} />
      {trouble && <Refusal words={trouble.words} />}
      <Button icon='gavel' words={isConfirming ? `确认：${said}` : word === null ? '提出意见' : `提出：${said}`} sending={sending} onPress={() => void decide()} />
    </>
  )
}
