import type { Actions } from '../../../types/api'
import { Loaded } from '@/components/Loaded'
import { useRead } from '@/services/useAction'
import { SurveysView } from './SurveysView'

/** Where a link names the survey: its estate and year are read first. */
export function SurveyById({ me, surveyId }: { me: Actions['whoAmI']['reply']; surveyId: string }) {
  const query = useRead('readSurveyDesk', { surveyId })
  return <Loaded query={query}>{({ survey }) => <SurveysView me={me} estateId={survey.estateId} year={survey.year} />}</Loaded>
}
