import { QUESTIONS_MAX, isSameQuestionnaire, standardQuestionnaire, type Question } from '../../../../domain/survey/questionnaire'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { TextArea } from '@/components/TextArea'
import { confirm } from '@/services/confirm'
import { QuestionEdit } from './QuestionEdit'
import { mayMove, moved, withOwn } from './planDraft'

const PROMPT_MAX = 100

type Questions = { questions: readonly Question[]; remarkPrompt: string }
type QuestionsEditorProps = Questions & { error?: string; onChange: (part: Partial<Questions>) => void }

/** 问卷: the standard one, as far as somebody does not change it. */
export function QuestionsEditor({ questions, remarkPrompt, error, onChange }: QuestionsEditorProps) {
  const isStandard = isSameQuestionnaire({ questions, remarkPrompt }, standardQuestionnaire)
  async function reset() {
    const { questions: standard, remarkPrompt: prompt } = standardQuestionnaire
    if (await confirm({ title: '换回标准问卷？', words: '您改过的题目会丢掉。', yes: '换回' })) onChange({ questions: standard, remarkPrompt: prompt })
  }
  return (
    <>
      <Field label={`题目（${questions.length} 题）`} hint='每题五档，从“非常满意”到“非常不满意”；除第一题外可答“没接触过”。' error={error}>
        <Card flush>
          {questions.map((question, index) => (
            <QuestionEdit
              key={question.id} question={question} number={index + 1} mayRise={mayMove(questions, index, -1)} maySink={mayMove(questions, index, 1)}
              onText={(text) => onChange({ questions: questions.map((each) => (each.id === question.id ? { ...each, text } : each)) })}
              onMove={(by) => onChange({ questions: moved(questions, index, by) })} onRemove={() => onChange({ questions: questions.filter(({ id }) => id !== question.id) })}
            />
          ))}
        </Card>
        <Button kind='quiet' icon='plus' words={questions.length < QUESTIONS_MAX ? '加一题' : `最多 ${QUESTIONS_MAX} 题`} disabled={questions.length >= QUESTIONS_MAX} onPress={() => onChange({ questions: withOwn(questions) })} />
        {!isStandard && <Button kind='quiet' icon='undo' words='换回标准问卷' onPress={() => void reset()} />}
      </Field>
      <Field label='留言的提示' hint='答完题后问的一句话，可以不答'>
        <TextArea label='留言的提示' value={remarkPrompt} lengthMax={PROMPT_MAX} onChange={(words) => onChange({ remarkPrompt: words })} />
      </Field>
    </>
  )
}
