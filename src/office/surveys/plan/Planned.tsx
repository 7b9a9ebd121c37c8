import { useState } from 'react'
import { Button } from '@/components/Button'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { readOnPhone } from '@/services/onPhone'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import type { Survey } from '../stageOf'
import { daysWords } from '../surveyDays'
import { AskedHouseholds } from './AskedHouseholds'
import { PlanForm } from './PlanForm'
import { Preview } from './Preview'
import { PublishSurvey } from './PublishSurvey'
import { placeOf, type SavedPlan } from './planDraft'

type PlannedProps = { survey: Survey; isOffice: boolean; onTell: (words?: string) => void }

/** Saved, or published and not open yet: what it is, and as long as it may be changed, the form for it. */
export function Planned(props: PlannedProps) {
  const { survey } = props
  const query = useRead('readSurvey', { surveyId: survey.id })
  return <Loaded query={query}>{({ questionnaire }) => <Plan {...props} saved={{ ...questionnaire, days: survey }} />}</Loaded>
}

function Plan({ survey, isOffice, onTell, saved }: PlannedProps & { saved: SavedPlan }) {
  const now = useNow(15_000)
  const { id, estateId, year, stage, opensAt } = survey
  const place = placeOf(estateId, year, saved)
  const [isEditing, setEditing] = useState(() => isOffice && readOnPhone(`draft:${place}`) !== null)
  const isScheduled = stage === 'scheduled'
  const edit = (isIt: boolean, words?: string) => {
    setEditing(isIt)
    onTell(words)
  }
  const mayChange = isOffice && !(isScheduled && now >= opensAt)
  if (isEditing && mayChange)
    return (
      <>
        {isScheduled && <Notice tone='warn' words='这项调查已经发布。保存修改会退回草稿，须再发布一次；不发布就不会开始。' />}
        <PlanForm key={place} estateId={estateId} year={year} saved={saved} onDone={(words) => edit(false, words)} onBack={() => edit(false)} />
      </>
    )
  return (
    <>
      <Notice words={`${daysWords(survey, now)}。${isScheduled ? (now < opensAt ? '到时自动开始。' : '正在开始，一两分钟后就能作答。') : '还没有发布，居民看不到。'}`} />
      <Preview questionnaire={saved} />
      {isOffice && <AskedHouseholds estateId={estateId} />}
      {mayChange && <Button kind='secondary' icon='pencil' words={isScheduled ? '修改（退回草稿）' : '修改日期和问卷'} onPress={() => edit(true)} />}
      {isOffice && !isScheduled && <PublishSurvey surveyId={id} version={saved.version} words={daysWords(survey, now)} onDone={onTell} />}
    </>
  )
}
