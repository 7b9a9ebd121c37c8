import { HOUR_MS, yearOf } from '../../../domain/time/beijing'
import type { Actions } from '../../../types/api'
import { DESK_SURVEYS } from '@/labels/surveyDesk'
import { useRead } from '@/services/useAction'
import { useHeardNow } from '@/services/useNow'

type Survey = Actions['readSurveys']['reply']['surveys'][number]

/** What waits for the office in surveys: those of this year, and those of the last one, which are counted in its last days. */
export function useSurveysWaiting(refetchInterval: number) {
  const now = useHeardNow(HOUR_MS)
  const last = useRead('readSurveys', { year: now === null ? undefined : yearOf(now) - 1 }, { refetchInterval, enabled: now !== null })
  const current = useRead('readSurveys', {}, { refetchInterval })
  const surveys = [last, current].flatMap(({ data }) => data?.surveys ?? [])
  const row = (of: keyof typeof DESK_SURVEYS, countOf: (survey: Survey) => number) => {
    const waiting = surveys.filter((survey) => countOf(survey) > 0)
    return { ...DESK_SURVEYS[of], count: waiting.reduce((sum, survey) => sum + countOf(survey), 0), oldestAt: null, url: `/office/pages/surveys/index?${placeOf(waiting)}` }
  }
  return [row('held', ({ waits }) => (waits?.review ? 1 : 0)), row('remarks', ({ waits }) => waits?.remarks ?? 0)]
}

/** The one that waits, or the list of the year of the first. */
const placeOf = ([first, ...others]: readonly Survey[]): string => (first === undefined ? '' : others.length === 0 ? `surveyId=${encodeURIComponent(first.id)}` : `year=${first.year}`)
