import { useQueries } from '@tanstack/react-query'
import type { Actions } from '../../types/api'
import { call } from '@/services/call'

const STALE_MS = 60_000
type Survey = Pick<Actions['readSurveys']['reply']['surveys'][number], 'id' | 'stage'>

/** 待审看的留言 of each survey that is counted, by its id; none for one that could not be read. */
export function useRemarksWaiting(surveys: readonly Survey[]): ReadonlyMap<string, number> {
  const counted = surveys.filter(({ stage }) => stage === 'held' || stage === 'final')
  const desks = useQueries({ queries: counted.map(({ id }) => ({ queryKey: ['readSurveyDesk', { surveyId: id }], queryFn: () => call('readSurveyDesk', { surveyId: id }), staleTime: STALE_MS })) })
  return new Map(counted.map(({ id }, index) => [id, desks[index]?.data?.remarks.filter(({ state }) => state === 'waiting').length ?? 0]))
}
