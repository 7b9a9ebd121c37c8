import { useEffect, useState } from 'react'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { endWords } from '@/domainViews/momentWords'
import { openBinding } from '@/domainViews/openHousehold'
import { openSurveyResult, surveyCard } from '@/domainViews/openSurvey'
import { isToCome, surveyDays, takesAnswers } from '@/domainViews/surveyDays'
import { RIGHT } from '@/labels/survey'
import { useShare } from '@/services/share'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import type { ReadSurvey, Right } from './ballotProps'
import { Anonymity } from './Anonymity'
import { dropDraft, readDraft } from './draftStore'
import { HouseholdBallot } from './HouseholdBallot'
import { ThankYou } from './ThankYou'

/** 作答: for one of one's households, while the survey runs. */
export function AnswerView({ surveyId, asked }: { surveyId: string; asked?: string }) {
  const query = useRead('readSurvey', { surveyId })
  return <Loaded query={query} skeletonRows={3}>{(read) => <Answer read={read} asked={asked} />}</Loaded>
}

function Answer({ read, asked }: { read: ReadSurvey; asked?: string }) {
  const now = useNow(15_000)
  const { survey } = read
  const { mine } = survey
  useShare(surveyCard(survey, takesAnswers(survey, now)))
  const [chosen, setChosen] = useState(asked)
  const [sent, setSent] = useState<{ label: string; receipt: string }>()
  const right = mine.length === 1 ? mine[0] : mine.find(({ householdId }) => householdId === chosen)
  const other = mine.length > 1 ? () => { setSent(undefined); setChosen(undefined) } : undefined
  if (sent) return <ThankYou survey={survey} {...sent} onOther={mine.some(({ standing }) => standing === 'open') ? other : undefined} />
  if (isToCome(survey, now)) return <Notice tone='info' icon='calendarDays' words={`${survey.estateName}的调查还没有开始：${surveyDays(survey, now)}。开始时会在“消息”里告诉您。`} />
  const isUnsure = right !== undefined && readDraft(survey.id, right.householdId)?.tried !== undefined
  if (!takesAnswers(survey, now) && !isUnsure) return <Over survey={survey} />
  if (mine.length === 0) return <NotBound survey={survey} />
  if (!right) return <ChooseHousehold mine={mine} onChoose={setChosen} />
  return <HouseholdBallot key={right.householdId} read={read} right={right} onOther={other} onSent={(receipt) => setSent({ label: right.label, receipt })} />
}

function ChooseHousehold({ mine, onChoose }: { mine: readonly Right[]; onChoose: (householdId: string) => void }) {
  return (
    <Field label='替哪一户作答？' hint='一户一票。'>
      <Choice label='替哪一户作答' value={null} onChange={onChoose} options={mine.map(({ householdId, label, standing }) => ({ value: householdId, label, hint: RIGHT[standing].words }))} />
    </Field>
  )
}

function NotBound({ survey: { estateName } }: Pick<ReadSurvey, 'survey'>) {
  return (
    <>
      <Notice tone='info' icon='house' words={`这是${estateName}的调查，一户一票，先绑定您家才能作答。用镇里发的绑定码，或登记的手机号，一分钟就好；绑定后回到这里。`} action={{ words: '去绑定', onPress: openBinding }} />
      <Anonymity />
    </>
  )
}

/** What was not sent by the close has no use any more, and is nobody's business. */
function Over({ survey }: Pick<ReadSurvey, 'survey'>) {
  const now = useNow(60_000)
  const [left] = useState(() => survey.mine.filter(({ householdId }) => readDraft(survey.id, householdId) !== null))
  useEffect(() => left.forEach(({ householdId }) => dropDraft(survey.id, householdId)), [left, survey.id])
  return (
    <>
      <Notice tone='neutral' icon='clock' words={`调查已于${endWords(survey.closesAt, now)}截止，不能再作答或修改。`} />
      {left.length > 0 && <Notice tone='warn' words='您没有提交的答案没有算进去，已从这部手机上删除。' />}
      <Button words={survey.stage === 'final' ? '看结果' : '看进度'} onPress={() => openSurveyResult(survey.id)} />
    </>
  )
}
