import { useState } from 'react'
import { View } from '@tarojs/components'
import { questionnaireFault } from '../../../../domain/survey/questionnaire'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Refusal } from '@/components/Refusal'
import { useDraft } from '@/services/draft'
import { useSend } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import { daysOf } from '../surveyDays'
import { DaysFields, daysWrong } from './DaysFields'
import { QuestionsEditor } from './QuestionsEditor'
import { draftOf, placeOf, trimmed, type SavedPlan } from './planDraft'

type PlanFormProps = { estateId: string; year: number; saved: SavedPlan; onDone: (words: string) => void; onBack?: () => void }

/** 拟定调查: days and questions, kept on this phone until they are saved. */
export function PlanForm({ estateId, year, saved, onDone, onBack }: PlanFormProps) {
  const now = useNow(60_000)
  const [draft, change, clear] = useDraft(placeOf(estateId, year, saved), draftOf(saved))
  const [asked, setAsked] = useState(false)
  const { send, sending, trouble } = useSend('saveSurvey', { refreshes: ['readSurveys', 'readSurvey', 'readSurveyDesk'] })
  const fault = questionnaireFault(draft)
  async function save() {
    setAsked(true)
    const days = daysOf(draft.first, draft.last)
    if (!days || fault !== null || daysWrong(year, draft.first, draft.last, now) !== null) return
    const sent = await send({ estateId, year, ...days, ...trimmed(draft) })
    if (!sent.ok) return
    clear()
    onDone('已保存')
  }
  return (
    <View>
      <DaysFields year={year} first={draft.first} last={draft.last} now={now} asked={asked} onChange={change} />
      <QuestionsEditor questions={draft.questions} remarkPrompt={draft.remarkPrompt} error={asked && fault !== null ? fault : undefined} onChange={change} />
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar>
        {onBack && <Button kind='secondary' words='不改了' disabled={sending} onPress={() => { clear(); onBack() }} />}
        <Button words='保存草稿' sending={sending} sendingWords='正在保存…' onPress={() => void save()} />
      </ActionBar>
    </View>
  )
}
