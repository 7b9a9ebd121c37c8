import { useState } from 'react'
import { OpenSurveys, type OpenSurvey } from '../staff/OpenSurveys'
import { DoorBallot } from './DoorBallot'
import { DoorList, type Door } from './DoorList'

/** From door to door. The building stays chosen; of a ballot nothing stays. */
export function DoorView({ surveyId }: { surveyId?: string }) {
  const [chosen, setChosen] = useState(surveyId)
  const [building, setBuilding] = useState('')
  const [at, setAt] = useState<{ survey: OpenSurvey; door: Door } | null>(null)
  if (at) return <DoorBallot key={at.door.householdId} survey={at.survey} door={at.door} onLeave={() => setAt(null)} />
  return (
    <OpenSurveys surveyId={chosen} onChoose={setChosen}>
      {(survey) => <DoorList key={survey.id} survey={survey} building={building} onBuilding={setBuilding} onOpen={(door) => setAt({ survey, door })} />}
    </OpenSurveys>
  )
}
