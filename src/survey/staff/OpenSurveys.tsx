import type { ReactNode } from 'react'
import type { Actions } from '../../../types/api'
import { isOpenAt } from '../../../domain/survey/stage'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Loaded } from '@/components/Loaded'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'

export type OpenSurvey = Actions['readSurveys']['reply']['surveys'][number]
type OpenSurveysProps = { surveyId?: string; onChoose: (surveyId: string) => void; children: (survey: OpenSurvey) => ReactNode }

/** The surveys one can work on now; where there are several, which one. */
export function OpenSurveys({ surveyId, onChoose, children }: OpenSurveysProps) {
  const now = useNow(15_000)
  const query = useRead('readSurveys', {})
  return (
    <Loaded query={query}>
      {({ surveys }) => {
        const open = surveys.filter((survey) => isOpenAt(survey, now))
        const survey = open.find(({ id }) => id === surveyId) ?? open[0]
        if (!survey) return <Empty icon='vote' title='现在没有正在进行的调查' words='调查由考核办安排和发布，开始以后在这里办理。' />
        return (
          <>
            {open.length > 1 && <Choice label='小区' form='chips' value={survey.id} onChange={onChoose} options={open.map(({ id, estateName }) => ({ value: id, label: estateName }))} />}
            {children(survey)}
          </>
        )
      }}
    </Loaded>
  )
}
