/** 五档, best 5. `0` 没接触过: for an item one has nothing to say about; never for the overall question. */
export const STEPS = [5, 4, 3, 2, 1] as const
export type Step = (typeof STEPS)[number]
export const NOT_MET = 0
/** 满意: the two best steps (decision 0030); the plan names the rate and not its steps. */
export const SATISFIED_MIN: Step = 4

/** The overall question stands under this id in every questionnaire, first; the rate is its alone. */
export const OVERALL = 'overall'
export type Question = { readonly id: string; readonly text: string }
/** 问卷. `version` grows with each change before the opening; afterwards nothing changes. */
export type Questionnaire = { readonly version: number; readonly questions: readonly Question[]; readonly remarkPrompt: string }

export const QUESTIONS_MAX = 12
export const QUESTION_LENGTH_MAX = 60
export const REMARK_LENGTH_MAX = 200

/** 标准问卷: domain.md section 7. */
export const standardQuestionnaire: Questionnaire = {
  version: 1,
  questions: [
    { id: OVERALL, text: '总的来说，您对小区的物业管理满意吗？' },
    { id: 'cleaning', text: '楼道、道路、垃圾点打扫得干净吗？' },
    { id: 'greening', text: '花草树木养护得好吗？' },
    { id: 'order', text: '门岗、停车、夜间巡逻，您觉得安全有序吗？' },
    { id: 'repairs', text: '路灯、电梯、门禁坏了，修得及时吗？' },
    { id: 'attitude', text: '物业人员的服务态度好吗？' },
    { id: 'complaints', text: '反映问题、投诉以后，处理得好吗？' },
    { id: 'openness', text: '收费、维修、公共收益，公示得清楚吗？' },
  ],
  remarkPrompt: '还有什么想说的？请不要写姓名、房号和电话。',
}

/** What is wrong with a questionnaire that somebody edited, in Chinese; null: nothing. */
export function questionnaireFault({ questions, remarkPrompt }: Pick<Questionnaire, 'questions' | 'remarkPrompt'>): string | null {
  if (questions[0]?.id !== OVERALL) return '第一题须是总体满意度'
  if (questions.length > QUESTIONS_MAX) return `最多 ${QUESTIONS_MAX} 题`
  if (new Set(questions.map(({ id }) => id)).size !== questions.length) return '题目编号有重复'
  const [texts, long] = [questions.map(({ text }) => text.trim()), questions.findIndex(({ text }) => [...text].length > QUESTION_LENGTH_MAX)]
  if (long >= 0) return `第 ${long + 1} 题超过 ${QUESTION_LENGTH_MAX} 字`
  const empty = texts.indexOf('')
  if (empty >= 0) return `第 ${empty + 1} 题没有写题目`
  const same = texts.findIndex((text, index) => texts.indexOf(text) !== index)
  if (same >= 0) return `第 ${same + 1} 题与前面的题目相同`
  return remarkPrompt.trim() === '' ? '请写明“还有什么想说的”的提示' : null
}

/** The same words and order: a version of its own is not wanted. */
export const isSameQuestionnaire = (a: Pick<Questionnaire, 'questions' | 'remarkPrompt'>, b: Pick<Questionnaire, 'questions' | 'remarkPrompt'>): boolean =>
  a.remarkPrompt === b.remarkPrompt && a.questions.length === b.questions.length && a.questions.every(({ id, text }, index) => b.questions[index]?.id === id && b.questions[index].text === text)
