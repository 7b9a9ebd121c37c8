import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Refusal } from '@/components/Refusal'
import { confirm } from '@/services/confirm'
import { useSend } from '@/services/useAction'

type PublishSurveyProps = {
  surveyId: string
  /** The questions that stand above the button. */
  version: number
  words: string
  onDone: (words: string) => void
}

/** 发布: after a question that says what becomes fixed. */
export function PublishSurvey({ surveyId, version, words, onDone }: PublishSurveyProps) {
  const { send, sending, trouble } = useSend('publishSurvey', { refreshes: ['readSurveys', 'readSurvey', 'readSurveyDesk'] })
  async function publish() {
    const fixed = `${words}。到第一天 0:00 自动开始（今天就是第一天的，马上开始）。一开始，日期、题目和应调查的户就都定下，不能再改。`
    if (!(await confirm({ title: '发布这项调查？', words: fixed, yes: '发布' }))) return
    const sent = await send({ surveyId, version })
    if (sent.ok) onDone(`已发布，应调查 ${sent.value.asked} 户`)
  }
  return (
    <>
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar><Button icon='send' words='发布调查' sending={sending} sendingWords='正在发布…' onPress={() => void publish()} /></ActionBar>
    </>
  )
}
