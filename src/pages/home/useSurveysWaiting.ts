import { FOLLOW_UP_DAYS } from '../../../domain/survey/stage'
import { DAY_MS } from '../../../domain/time/beijing'
import { useRemarksWaiting } from '@/domainViews/useRemarksWaiting'
import { DESK_SURVEYS } from '@/labels/surveyDesk'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'

const REFRESH_MS = 60_000

/** What waits for the office in surveys. Remarks are looked for in those that closed lately; older ones stand in the list of surveys. */
export function useSurveysWaiting() {
  const now = useNow(REFRESH_MS)
  const surveys = useRead('readSurveys', {}, { refetchInterval: REFRESH_MS }).data?.surveys ?? []
  const remarks = useRemarksWaiting(surveys.filter(({ closesAt }) => now - closesAt < FOLLOW_UP_DAYS * DAY_MS))
  const row = (of: keyof typeof DESK_SURVEYS, count: number) => ({ ...DESK_SURVEYS[of], count, oldestAt: null, url: `/office/pages/surveys/index?of=${of}` })
  return [row('held', surveys.filter(({ stage }) => stage === 'held').length), row('remarks', [...remarks.values()].reduce((sum, count) => sum + count, 0))]
}
