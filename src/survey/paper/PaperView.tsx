import { useState } from 'react'
import { OpenSurveys } from '../staff/OpenSurveys'
import { PaperDesk } from './PaperDesk'

export function PaperView({ surveyId }: { surveyId?: string }) {
  const [chosen, setChosen] = useState(surveyId)
  return <OpenSurveys surveyId={chosen} onChoose={setChosen}>{(survey) => <PaperDesk key={survey.id} survey={survey} />}</OpenSurveys>
}
