import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { useRead } from '@/services/useAction'
import { SurveyById } from '../../surveys/SurveyById'
import { SurveysView } from '../../surveys/SurveysView'

/** 满意率调查 of the town; `surveyId`, or `estateId` and `year`, for one of them. The auditor reads. */
function SurveysPage() {
  const { surveyId, estateId, year } = useRouter().params
  const me = useRead('whoAmI', {})
  return (
    <Page title='满意率调查' wide>
      <Loaded query={me}>
        {(data) => (surveyId ? <SurveyById me={data} surveyId={decodeURIComponent(surveyId)} /> : <SurveysView me={data} estateId={estateId && decodeURIComponent(estateId)} year={year ? Number(year) : undefined} />)}
      </Loaded>
    </Page>
  )
}

export default guarded(SurveysPage)
