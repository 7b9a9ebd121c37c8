import { useReachBottom } from '@tarojs/taro'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Actions } from '../../types/api'
import { call } from './call'

type Paged = { [K in keyof Actions]: Actions[K]['reply'] extends { nextCursor: number | null } ? K : never }[keyof Actions]

/** A list read page by page; the end of the screen asks for the next one. */
export function usePages<K extends Paged>(action: K, request: Omit<Actions[K]['request'], 'cursor'>, enabled = true) {
  const query = useInfiniteQuery({
    queryKey: [action, 'pages', request],
    queryFn: ({ pageParam }) => call(action, { ...request, cursor: pageParam } as Actions[K]['request']),
    initialPageParam: 0,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled,
  })
  const more = query.hasNextPage
  const next = () => {
    if (more && !query.isFetchingNextPage) void query.fetchNextPage()
  }
  useReachBottom(next)
  return { query, pages: query.data?.pages ?? [], more, next, loadingMore: query.isFetchingNextPage }
}
