import { useEffect } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { useInfiniteQuery, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import type { Actions } from '../../types/api'
import { call } from './call'
import { useInFront } from './inFront'

type Paged = { [K in keyof Actions]: Actions[K]['reply'] extends { nextCursor: string | null } ? K : never }[keyof Actions]

const PAGES = 'pages'

/** Lists that were read far down begin with their first page again: drawn anew in one go they are more than a phone bears, and each page would be asked for again. */
export function toFirstPage(queries: QueryClient, type: 'active' | 'inactive') {
  // A list on a page behind another one is not read, but it is still drawn: it stays as it is.
  for (const { queryKey, state } of queries.getQueryCache().findAll({ type, predicate: (query) => query.queryKey[1] === PAGES && (type === 'active' || query.getObserversCount() === 0) }))
    queries.setQueryData<InfiniteData<unknown>>(queryKey, (all) => all && { pages: all.pages.slice(0, 1), pageParams: all.pageParams.slice(0, 1) }, { updatedAt: state.dataUpdatedAt })
}

/** A list read page by page; the end of the screen asks for the next one, unless another list stands there. */
export function usePages<K extends Paged>(action: K, request: Omit<Actions[K]['request'], 'cursor'>, enabled = true, isLast = true) {
  const queries = useQueryClient()
  const inFront = useInFront()
  const query = useInfiniteQuery({
    queryKey: [action, PAGES, request],
    queryFn: ({ pageParam }) => call(action, { ...request, ...(pageParam !== undefined && { cursor: pageParam }) } as Actions[K]['request']),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled: enabled && inFront,
  })
  const begin = () => toFirstPage(queries, 'inactive')
  useEffect(() => {
    begin()
    return begin
  }, [queries, JSON.stringify(request)]) // eslint-disable-line react-hooks/exhaustive-deps -- the request is a new object each time with the same words
  const more = query.hasNextPage
  const next = () => {
    if (more && !query.isFetchingNextPage) void query.fetchNextPage()
  }
  useReachBottom(() => { if (isLast) next() })
  return { query, pages: query.data?.pages ?? [], more, next, loadingMore: query.isFetchingNextPage }
}
