import { useState } from 'react'
import { HOUR_MS, yearOf } from '../../../domain/time/beijing'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Loaded } from '@/components/Loaded'
import { Section } from '@/components/Section'
import { useLinkEstate, useVisit } from '@/domainViews/InTown/visit'
import { useRules } from '@/domainViews/useRules'
import { useShare } from '@/services/share'
import { useRead } from '@/services/useAction'
import { useHeardNow } from '@/services/useNow'
import { isAsked, orderSurveys, type Summary } from './orderSurveys'
import { SurveyCard } from './SurveyCard'

/** 满意率调查 of the town in a year, mine first. */
export function SurveysView() {
  const now = useHeardNow(HOUR_MS)
  const current = now === null ? undefined : yearOf(now)
  const [year, setYear] = useState<number>()
  const me = useRead('whoAmI', {}).data
  const query = useRead('readSurveys', { year, ...useVisit() })
  const minimumPercent = useRules()?.edition.satisfaction.minimumCoveragePercent
  useShare({ title: '满意率调查：一户一票，匿名作答，结果公开', path: `/survey/pages/list/index?${useLinkEstate()}` })
  return (
    <>
      {current && <Choice label='哪一年' form='chips' value={String(year ?? current)} onChange={(chosen) => setYear(Number(chosen))} options={[current, current - 1].map((each) => ({ value: String(each), label: each === current ? '今年' : `${each}年` }))} />}
      <Loaded query={query} skeletonRows={3}>
        {({ surveys, year: shown }) => {
          const { mine, others } = orderSurveys(surveys, me)
          if (surveys.length === 0) return <Empty icon='vote' title={shown === current ? '今年的调查还没有安排' : '这一年没有调查'} words='每个小区每年调查一次，开始时会在“消息”里告诉您。' />
          return (
            <>
              <Surveys title='我的小区' surveys={mine} minimumPercent={minimumPercent} asks={(survey) => isAsked(survey, me)} />
              <Surveys title={mine.length > 0 ? '其他小区' : '全镇各小区'} surveys={others} minimumPercent={minimumPercent} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}

type SurveysProps = { title: string; surveys: readonly Summary[]; minimumPercent?: number; asks?: (survey: Summary) => boolean }

function Surveys({ title, surveys, minimumPercent, asks = () => false }: SurveysProps) {
  if (surveys.length === 0) return null
  return <Section title={title}>{surveys.map((survey) => <SurveyCard key={survey.id} survey={survey} minimumPercent={minimumPercent} isAsked={asks(survey)} />)}</Section>
}
