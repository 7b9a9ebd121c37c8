import { useInfiniteQuery } from '@tanstack/react-query'
import type { Actions } from '../../types/api'
import { call } from './call'

type Request = Omit<Actions['listCases']['request'], 'cursor'>

/** Cases page by page. `more` is there while there is a next page. */
export function useCaseList(request: Request, enabled = true) {
  const query = useInfiniteQuery({
    queryKey: ['listCases', request, 'pages'],
    queryFn: ({ pageParam }) => call('listCases', { ...request, cursor: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled,
  })
  return {
    query,
    cases: query.data?.pages.flatMap((page) => page.cases),
    hasMore: query.hasNextPage,
    isReadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
  }
}
