import { useEffect, useState, type PropsWithChildren } from 'react'
import Taro from '@tarojs/taro'
import type { Questionnaire } from '../../../domain/survey/questionnaire'
import { Button } from '@/components/Button'
import { Refusal } from '@/components/Refusal'
import { serverNow } from '@/services/serverNow'
import type { Trouble } from '@/services/trouble'
import { BallotProgress } from './BallotProgress'
import { BottomBar } from './BottomBar'
import { CheckStep } from './CheckStep'
import { QuestionStep } from './QuestionStep'
import { RemarkStep } from './RemarkStep'
import { checkPlace, firstUnanswered, remarkPlace, type BallotDraft } from './ballotDraft'

type BallotFlowProps = PropsWithChildren<{
  questionnaire: Pick<Questionnaire, 'questions' | 'remarkPrompt'>
  draft: BallotDraft
  change: (part: Partial<BallotDraft>) => void
  /** On the last button: 提交答卷. */
  sendWords: string
  sending: boolean
  trouble?: Trouble
  /** From the first question shown to the tap, in milliseconds. */
  onSend: (milliseconds: number) => void
}>

const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })

/** 作答: one question a screen, then the 留言, then all of it to check, then sent. What is given stands in the draft at once. Children: what helps with the trouble, beside the button. */
export function BallotFlow({ questionnaire, draft, change, sendWords, sending, trouble, onSend, children }: BallotFlowProps) {
  const { questions, remarkPrompt } = questionnaire
  const [isFromCheck, setFromCheck] = useState(false)
  const [remarkAt, check] = [remarkPlace(questionnaire), checkPlace(questionnaire)]
  const at = Math.min(Math.max(0, draft.at), check)
  const { startedAt } = draft
  useEffect(() => {
    if (startedAt === undefined) change({ startedAt: serverNow() })
  }, [startedAt, change])

  function go(place: number) {
    change({ at: place })
    toTop()
  }
  function on(place: number) {
    go(isFromCheck ? check : place)
    setFromCheck(false)
  }
  function edit(place: number) {
    setFromCheck(true)
    go(place)
  }
  function answer(value: number) {
    change({ answers: questions.map((_, index) => (index === at ? value : (draft.answers[index] ?? null))) })
    on(at + 1)
  }
  function send() {
    const open = firstUnanswered(questionnaire, draft)
    if (open !== null) return edit(open)
    onSend(Math.max(0, serverNow() - (startedAt ?? serverNow())))
  }

  const question = questions[at]
  const given = draft.answers[at] ?? null
  const words = question ? `第 ${at + 1} 题 / 共 ${questions.length} 题` : at === remarkAt ? '题目答完了，还有一句话' : '最后核对'
  return (
    <>
      <BallotProgress at={at} count={questions.length} words={words} />
      {question && <QuestionStep question={question} isFirst={at === 0} answer={given} onAnswer={answer} />}
      {at === remarkAt && <RemarkStep prompt={remarkPrompt} value={draft.remark} onChange={(remark) => change({ remark })} />}
      {at === check && <CheckStep questionnaire={questionnaire} draft={draft} onEdit={edit} />}
      {at === check && trouble && <Refusal words={trouble.words} />}
      {at === check && children}
      {(at > 0 || given !== null) && (
        <BottomBar>
          {at > 0 && !isFromCheck && <Button kind='secondary' words={question ? '上一题' : '上一步'} disabled={sending} onPress={() => go(at - 1)} />}
          {question && given !== null && <Button words={isFromCheck ? '不改了' : '下一题'} onPress={() => on(at + 1)} />}
          {at === remarkAt && <Button words={isFromCheck ? '改好了' : '下一步'} onPress={() => on(check)} />}
          {at === check && <Button words={sendWords} sending={sending} onPress={send} />}
        </BottomBar>
      )}
    </>
  )
}
